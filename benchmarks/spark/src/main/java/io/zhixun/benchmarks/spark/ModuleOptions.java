package io.zhixun.benchmarks.spark;

import org.apache.spark.launcher.JavaModuleOptions;

/** Prints the options that Spark itself starts a JVM like this one with. */
public final class ModuleOptions {
  private ModuleOptions() {}

  public static void main(String[] arguments) {
    System.out.println(JavaModuleOptions.defaultModuleOptions());
  }
}

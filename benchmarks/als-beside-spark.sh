#!/usr/bin/env bash
# A pass of our weighted ALS beside one of Spark's, on Gowalla: 64 factors, three measurements of
# each in turn, and the ratio of their medians. Spark runs on JDK 17, or on the one that
# SPARK_JAVA_HOME names.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$home/common.sh"

rounds=3
train=$shared/data/recommendation/gowalla/train.txt
if [[ ! -f $train ]]; then
  echo "nothing to measure on: $train is absent (ZHIXUN_SHARED names the folder)" >&2
  exit 1
fi
if [[ -n ${SPARK_JAVA_HOME:-} ]]; then
  spark_java=$SPARK_JAVA_HOME/bin/java
else
  spark_java=$(find_java 17 21)
fi

build_ours
build_spark
spark="$home/spark/target/classes:$home/spark/target/lib/*"
# The module opens and the vector module that Spark's own launcher passes.
read -ra options < <("$spark_java" -cp "$spark" io.zhixun.benchmarks.spark.ModuleOptions)

our_pass() {
  "$java" --add-modules jdk.incubator.vector -Xmx4g -Dzhixun.shared="$shared" \
    -cp "$ours" io.zhixun.benchmarks.AlsPass
}

spark_pass() {
  "$spark_java" "${options[@]}" -Xmx4g -cp "$spark" io.zhixun.benchmarks.spark.SparkAlsPass "$train"
}

median() {
  printf '%s\n' "$@" | sort -g | sed -n "$((($# + 1) / 2))p"
}

ratio() {
  awk -v what="$1" -v ours="$2" -v spark="$3" 'BEGIN {
    printf "%s, medians: ours %.3f s, Spark %.3f s; ours is %.3f of it (1 : %.1f)\n",
      what, ours, spark, ours / spark, spark / ours
  }'
}

mine=() mine_cpu=() theirs=() theirs_cpu=()
for ((round = 1; round <= rounds; round++)); do
  load "before round $round"
  read -r seconds cpu < <(our_pass)
  mine+=("$seconds") mine_cpu+=("$cpu")
  read -r seconds cpu < <(spark_pass)
  theirs+=("$seconds") theirs_cpu+=("$cpu")
  echo "round $round, a pass: ours ${mine[-1]} s (CPU ${mine_cpu[-1]}), Spark ${theirs[-1]} s (CPU ${theirs_cpu[-1]})"
done
load "at the end"
ratio "seconds" "$(median "${mine[@]}")" "$(median "${theirs[@]}")"
ratio "CPU seconds" "$(median "${mine_cpu[@]}")" "$(median "${theirs_cpu[@]}")"

package io.zhixun.indexer.power;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/** A view of a real folder that knows what of it was forced to the disk. */
public final class ForgetfulFileSystem extends FileSystem {
  private final FileSystem inner;
  private final ForgetfulProvider provider;

  private ForgetfulFileSystem(Path real, Moments moments, boolean forcing) {
    this.inner = real.getFileSystem();
    this.provider = new ForgetfulProvider(this, new Platter(real), moments, forcing);
  }

  /** Told each time something has changed on the disk or in the memory before it. */
  public interface Moments {
    void changed(Platter platter) throws IOException;
  }

  /**
   * A view of a folder.
   *
   * @param forcing whether forcing does anything: a test that passes without it tests nothing
   * @return the folder as a path of this file system
   */
  public static Path over(Path real, boolean forcing, Moments moments) {
    return new ForgetfulFileSystem(real, moments, forcing).wrap(real.toAbsolutePath());
  }

  Path wrap(Path path) {
    return new ForgetfulPath(this, path);
  }

  /** The path of the real file system; others are real already. */
  static Path real(Path path) {
    return path instanceof ForgetfulPath wrapped ? wrapped.real() : path;
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    // The real one stays open.
  }

  @Override
  public boolean isOpen() {
    return inner.isOpen();
  }

  @Override
  public boolean isReadOnly() {
    return inner.isReadOnly();
  }

  @Override
  public String getSeparator() {
    return inner.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(wrap(inner.getRootDirectories().iterator().next()));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return inner.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return inner.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return wrap(inner.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    PathMatcher matcher = inner.getPathMatcher(syntaxAndPattern);
    return path -> matcher.matches(real(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return inner.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() throws IOException {
    return inner.newWatchService();
  }
}

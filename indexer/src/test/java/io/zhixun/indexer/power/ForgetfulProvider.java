package io.zhixun.indexer.power;

import static io.zhixun.indexer.power.ForgetfulFileSystem.real;

import io.zhixun.indexer.power.ForgetfulFileSystem.Moments;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Does everything on the real file system, and tells the platter what was forced. */
final class ForgetfulProvider extends FileSystemProvider {
  private final ForgetfulFileSystem system;
  private final FileSystemProvider inner = FileSystems.getDefault().provider();
  private final Platter platter;
  private final Moments moments;
  private final boolean forcing;

  ForgetfulProvider(ForgetfulFileSystem system, Platter platter, Moments moments, boolean forcing) {
    this.system = system;
    this.platter = platter;
    this.moments = moments;
    this.forcing = forcing;
  }

  void force(Path path) throws IOException {
    if (forcing) {
      platter.forced(path);
    }
    moments.changed(platter);
  }

  @Override
  public String getScheme() {
    return inner.getScheme();
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
    return system;
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    return system.wrap(inner.getPath(uri));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    FileChannel channel = inner.newFileChannel(real(path), options, attributes);
    if (!options.contains(StandardOpenOption.WRITE)) {
      return new ForcedChannel(channel, () -> force(real(path)), () -> {});
    }
    moments.changed(platter);
    return new ForcedChannel(channel, () -> force(real(path)), () -> moments.changed(platter));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> stream = inner.newDirectoryStream(real(folder), _ -> true)) {
      for (Path path : stream) {
        Path wrapped = system.wrap(path);
        if (filter.accept(wrapped)) {
          paths.add(wrapped);
        }
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return paths.iterator();
      }

      @Override
      public void close() {
        paths.clear();
      }
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    inner.createDirectory(real(folder), attributes);
    moments.changed(platter);
  }

  @Override
  public void delete(Path path) throws IOException {
    platter.goes(real(path));
    inner.delete(real(path));
    moments.changed(platter);
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    inner.copy(real(from), real(to), options);
    moments.changed(platter);
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    platter.goes(real(to));
    inner.move(real(from), real(to), options);
    moments.changed(platter);
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return inner.isSameFile(real(one), real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return inner.isHidden(real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return inner.getFileStore(real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    inner.checkAccess(real(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return inner.getFileAttributeView(real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return inner.readAttributes(real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return inner.readAttributes(real(path), attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    inner.setAttribute(real(path), attribute, value, options);
  }
}

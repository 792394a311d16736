package io.zhixun.config;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The components of a record type and its canonical constructor, through reflection. */
final class RecordShape {
  private final Class<?> type;
  private final List<Part> parts;

  RecordShape(Class<?> type) {
    this.type = type;
    this.parts =
        Stream.of(type.getRecordComponents())
            .map(part -> new Part(part.getName(), part.getGenericType(), open(part)))
            .toList();
  }

  /** One component. */
  record Part(String name, Type type, Method accessor) {
    Object of(Object whole) {
      try {
        return accessor.invoke(whole);
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  List<Part> parts() {
    return parts;
  }

  List<String> names() {
    return parts.stream().map(Part::name).toList();
  }

  /**
   * A new record.
   *
   * @throws IllegalArgumentException when the record's own constructor refuses the values
   */
  Object create(List<Object> values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = opened(type.getDeclaredConstructor(types));
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(type + " failed on " + values, thrown.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Method open(RecordComponent part) {
    return opened(part.getAccessor());
  }

  private static <T extends AccessibleObject> T opened(T member) {
    member.setAccessible(true);
    return member;
  }
}

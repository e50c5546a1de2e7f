package dev.headwater.spark;

import dev.headwater.table.ColumnContract;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Turns records into Spark rows and back; Spark's own bean encoder gives empty rows for records.
 *
 * <p>Supported components: String, int, long, double, boolean and their boxes, BigDecimal (as
 * decimal(38, 18)), Instant, LocalDate, byte[], records, and lists of these. Rows are read by
 * position, so a row must have exactly the codec's columns in order. Not serializable: a task asks
 * {@link #of}, which keeps one codec a type.
 *
 * @param <T> the record
 */
public final class RowCodec<T extends Record> {
  /** Digits after the decimal point of every exact number in the tables. */
  public static final int SCALE = 18;

  private static final DecimalType DECIMAL = DataTypes.createDecimalType(38, SCALE);
  private static final BigInteger ONE = BigInteger.TEN.pow(SCALE);

  /** One codec a record type: reading the components by reflection is too slow for each row. */
  private static final ClassValue<RowCodec<?>> CODECS =
      new ClassValue<>() {
        @Override
        protected RowCodec<?> computeValue(Class<?> record) {
          return reflect(record.asSubclass(Record.class));
        }
      };

  private final StructType schema;
  private final MethodHandle[] accessors;
  private final Type[] types;
  private final MethodHandle constructor;

  private RowCodec(
      StructType schema, MethodHandle[] accessors, Type[] types, MethodHandle constructor) {
    this.schema = schema;
    this.accessors = accessors;
    this.types = types;
    this.constructor = constructor;
  }

  /** The codec of a record type. */
  @SuppressWarnings("unchecked")
  public static <T extends Record> RowCodec<T> of(Class<T> record) {
    return (RowCodec<T>) CODECS.get(record);
  }

  private static <T extends Record> RowCodec<T> reflect(Class<T> record) {
    RecordComponent[] components = record.getRecordComponents();
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      MethodHandle[] accessors = new MethodHandle[components.length];
      Type[] types = new Type[components.length];
      Class<?>[] raw = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        accessors[i] =
            lookup
                .unreflect(components[i].getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class));
        types[i] = components[i].getGenericType();
        raw[i] = components[i].getType();
      }
      MethodHandle constructor =
          lookup
              .unreflectConstructor(record.getDeclaredConstructor(raw))
              .asSpreader(Object[].class, components.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      return new RowCodec<>(schemaOf(record), accessors, types, constructor);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(record + " is not a public record", e);
    }
  }

  /** The schema, with nullability and comments from the columns' declarations. */
  public StructType schema() {
    return schema;
  }

  /** The columns by name and in order, to select before rows are read. */
  public Column[] columns() {
    return Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
  }

  /** Reads records out of a dataset that has at least the codec's columns. */
  public Dataset<Row> select(Dataset<Row> rows) {
    return rows.select(columns());
  }

  /** Rows of records that are few, such as a run's counters. */
  public Dataset<Row> dataset(SparkSession spark, List<T> records) {
    return spark.createDataFrame(records.stream().map(this::row).toList(), schema);
  }

  /** The schema of a record type. */
  static StructType schemaOf(Class<? extends Record> record) {
    return new StructType(
        ColumnContract.of(record).stream()
            .map(
                column ->
                    new StructField(
                        column.name(),
                        dataType(column.type()),
                        !column.required(),
                        new MetadataBuilder().putString("comment", column.comment()).build()))
            .toArray(StructField[]::new));
  }

  private static DataType dataType(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return DataTypes.createArrayType(dataType(list.getActualTypeArguments()[0]), false);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return DataTypes.StringType;
    } else if (plain == int.class || plain == Integer.class) {
      return DataTypes.IntegerType;
    } else if (plain == long.class || plain == Long.class) {
      return DataTypes.LongType;
    } else if (plain == double.class || plain == Double.class) {
      return DataTypes.DoubleType;
    } else if (plain == boolean.class || plain == Boolean.class) {
      return DataTypes.BooleanType;
    } else if (plain == BigDecimal.class) {
      return DECIMAL;
    } else if (plain == Instant.class) {
      return DataTypes.TimestampType;
    } else if (plain == LocalDate.class) {
      return DataTypes.DateType;
    } else if (plain == byte[].class) {
      return DataTypes.BinaryType;
    } else if (plain.isRecord()) {
      return schemaOf(plain.asSubclass(Record.class));
    }
    throw new IllegalArgumentException("No column type for " + type);
  }

  /** The row of a record. */
  public Row row(T record) {
    Object[] values = new Object[accessors.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = toSpark(types[i], component(accessors[i], record));
    }
    return RowFactory.create(values);
  }

  /** The record of a row with the codec's columns. */
  @SuppressWarnings("unchecked")
  public T record(Row row) {
    Object[] values = new Object[types.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = fromSpark(types[i], row.get(i));
    }
    try {
      Object made = constructor.invokeExact(values);
      return (T) made;
    } catch (Throwable e) {
      throw new IllegalArgumentException("No record from row " + Arrays.toString(values), e);
    }
  }

  private static Object component(MethodHandle accessor, Object record) {
    try {
      Object value = accessor.invokeExact(record);
      return value;
    } catch (Throwable e) {
      throw new IllegalArgumentException("No value from " + record, e);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object toSpark(Type type, Object value) {
    if (value == null) {
      return null;
    } else if (value instanceof BigDecimal decimal) {
      return decimal.setScale(SCALE, RoundingMode.HALF_EVEN);
    } else if (value instanceof List<?> list) {
      Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
      if (!(element instanceof Class<?> plain && plain.isRecord())) {
        return list.toArray();
      }
      RowCodec codec = of(plain.asSubclass(Record.class));
      return list.stream().map(item -> codec.row((Record) item)).toArray();
    } else if (value instanceof Record nested) {
      return ((RowCodec) of(nested.getClass())).row(nested);
    }
    return value;
  }

  private static Object fromSpark(Type type, Object value) {
    if (value == null) {
      return null;
    } else if (value instanceof BigDecimal decimal) {
      return plain(decimal);
    } else if (value instanceof scala.collection.Seq<?> seq) {
      Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
      List<Object> list = new ArrayList<>(seq.size());
      scala.collection.Iterator<?> items = seq.iterator();
      while (items.hasNext()) {
        list.add(fromSpark(element, items.next()));
      }
      return List.copyOf(list);
    } else if (value instanceof Row nested) {
      return of(((Class<?>) type).asSubclass(Record.class)).record(nested);
    }
    return value;
  }

  /** The number without the zeros that fill the column's scale. */
  private static BigDecimal plain(BigDecimal decimal) {
    // Most are whole: one division, where stripping zeros would divide by ten up to 18 times.
    BigInteger[] parts = decimal.unscaledValue().divideAndRemainder(ONE);
    if (decimal.scale() == SCALE && parts[1].signum() == 0) {
      return new BigDecimal(parts[0]);
    }
    BigDecimal stripped = decimal.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}

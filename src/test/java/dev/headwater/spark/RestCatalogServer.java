package dev.headwater.spark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.RESTSerializers;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ConfigResponse;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.apache.iceberg.shaded.com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.apache.iceberg.shaded.com.fasterxml.jackson.annotation.PropertyAccessor;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.DeserializationFeature;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.PropertyNamingStrategies;

/**
 * A REST catalog on loopback: Iceberg's own request handlers and JSON over the JDK's HTTP server,
 * as Iceberg publishes no server.
 *
 * <p>Serves what the <a
 * href="https://github.com/apache/iceberg/blob/main/open-api/rest-catalog-open-api.yaml">REST
 * catalog specification</a> asks for namespaces and tables, without views, tokens or staged
 * creation of several tables.
 */
final class RestCatalogServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    JSON.setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
    JSON.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    JSON.setPropertyNamingStrategy(new PropertyNamingStrategies.KebabCaseStrategy());
    RESTSerializers.registerAll(JSON);
  }

  /** Status of an answer by what went wrong, as the specification has it. */
  private static final Map<Class<? extends Exception>, Integer> STATUS =
      Map.of(
          NoSuchNamespaceException.class, 404,
          NoSuchTableException.class, 404,
          NoSuchViewException.class, 404,
          AlreadyExistsException.class, 409,
          CommitFailedException.class, 409,
          IllegalArgumentException.class, 400,
          UnsupportedOperationException.class, 406);

  private final Catalog catalog;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  RestCatalogServer(Catalog catalog) throws IOException {
    this.catalog = catalog;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/", this::answer);
    server.start();
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Object answer;
    int status = 200;
    try {
      answer = answerOf(exchange);
    } catch (RuntimeException e) {
      status = STATUS.getOrDefault(e.getClass(), 500);
      answer =
          ErrorResponse.builder()
              .responseCode(status)
              .withType(e.getClass().getSimpleName())
              .withMessage(e.getMessage())
              .build();
    }
    boolean hasBody = !"HEAD".equals(exchange.getRequestMethod()) && answer != null;
    byte[] body = hasBody ? JSON.writeValueAsBytes(answer) : new byte[0];
    if (status == 200 && !hasBody) {
      status = 204;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Object answerOf(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring("/v1/".length()).split("/");
    String asked = exchange.getRequestMethod() + " " + (path.length < 3 ? path[0] : path[2]);
    if (path.length == 1) {
      return switch (asked) {
        case "GET config" -> ConfigResponse.builder().build();
        case "GET namespaces" -> CatalogHandlers.listNamespaces(namespaces(), Namespace.empty());
        case "POST namespaces" ->
            CatalogHandlers.createNamespace(
                namespaces(), body(exchange, CreateNamespaceRequest.class));
        default -> throw new UnsupportedOperationException(asked);
      };
    }
    Namespace namespace = Namespace.of(decoded(path[1]));
    if (path.length == 2) {
      return ofNamespace(exchange.getRequestMethod(), namespace);
    }
    return path.length == 3
        ? ofTables(asked, exchange, namespace)
        : ofTable(exchange, TableIdentifier.of(namespace, decoded(path[3])), path.length);
  }

  private Object ofNamespace(String method, Namespace namespace) {
    switch (method) {
      case "GET":
        return CatalogHandlers.loadNamespace(namespaces(), namespace);
      case "HEAD":
        CatalogHandlers.namespaceExists(namespaces(), namespace);
        return null;
      default:
        throw new UnsupportedOperationException(method + " of a namespace");
    }
  }

  private Object ofTables(String asked, HttpExchange exchange, Namespace namespace)
      throws IOException {
    switch (asked) {
      case "GET tables":
        return CatalogHandlers.listTables(catalog, namespace);
      case "POST tables":
        CreateTableRequest request = body(exchange, CreateTableRequest.class);
        return request.stageCreate()
            ? CatalogHandlers.stageTableCreate(catalog, namespace, request)
            : CatalogHandlers.createTable(catalog, namespace, request);
      default:
        throw new UnsupportedOperationException(asked);
    }
  }

  private Object ofTable(HttpExchange exchange, TableIdentifier table, int depth)
      throws IOException {
    if (depth > 4) {
      // What a scan cost, which the client reports and no catalog must keep.
      exchange.getRequestBody().readAllBytes();
      return null;
    }
    switch (exchange.getRequestMethod()) {
      case "GET":
        return CatalogHandlers.loadTable(catalog, table, SnapshotMode.ALL);
      case "HEAD":
        CatalogHandlers.tableExists(catalog, table);
        return null;
      case "POST":
        return CatalogHandlers.updateTable(
            catalog, table, body(exchange, UpdateTableRequest.class));
      case "DELETE":
        CatalogHandlers.dropTable(catalog, table);
        return null;
      default:
        throw new UnsupportedOperationException(exchange.getRequestMethod() + " of a table");
    }
  }

  private SupportsNamespaces namespaces() {
    return (SupportsNamespaces) catalog;
  }

  private static <T> T body(HttpExchange exchange, Class<T> type) throws IOException {
    return JSON.readValue(exchange.getRequestBody(), type);
  }

  private static String decoded(String name) {
    return URLDecoder.decode(name, StandardCharsets.UTF_8);
  }
}

package io.kartela.service;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * openapi.yaml as a judge of requests and answers. Stricter than JSON Schema: a field that the
 * contract does not name is a mistake, wherever the contract names fields at all.
 */
final class Contract {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final String ID = "https://kartela.example/contract";

  private final ObjectNode document;
  private final SchemaRegistry registry;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, Schema> compiled = new HashMap<>();

  /** An operation of the contract and what paths belong to it. */
  record Operation(String method, String path, Pattern pattern, JsonNode node) {
    String id() {
      return node.path("operationId").asString();
    }

    /** How the source names the route, parameters without their names. */
    String shape() {
      return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    private int parameters() {
      return path.length() - path.replace("{", "").length();
    }
  }

  Contract(String yaml) {
    JsonNode read = new YAMLMapper().readTree(yaml);
    this.document = (ObjectNode) read;
    prepare();
    ObjectNode root = document.deepCopy();
    root.put("$id", ID);
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    String text = root.toString();
    this.registry =
        SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder ->
                builder
                    .schemas(Map.of(ID, text))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          String base = path.getValue().has("servers") ? "" : "/api/v1";
          operations.add(operation(method.getKey(), base + path.getKey(), method.getValue()));
        }
      }
    }
    operations.sort(Comparator.comparingInt(Operation::parameters));
  }

  private static Operation operation(String method, String path, JsonNode node) {
    String regex =
        Pattern.compile("\\{[^}]*}")
                .splitAsStream(path)
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/]+"))
            + (path.endsWith("}") ? "[^/]+" : "");
    return new Operation(method.toUpperCase(Locale.ROOT), path, Pattern.compile(regex), node);
  }

  /** Closes every object whose fields are named. */
  private void prepare() {
    ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
    ObjectNode open = document.putObject("x-open");
    for (Map.Entry<String, JsonNode> schema : List.copyOf(schemas.properties())) {
      JsonNode openCopy = schema.getValue().deepCopy();
      closeInside(openCopy);
      open.set(schema.getKey(), openCopy);
    }
    document.path("components").forEach(Contract::closeAll);
    document.path("paths").forEach(Contract::closeAll);
  }

  /** Every schema below this node, which itself is none. */
  private static void closeAll(JsonNode node) {
    if (node instanceof ObjectNode object && isSchema(object)) {
      close(object);
    } else {
      node.forEach(Contract::closeAll);
    }
  }

  private static boolean isSchema(ObjectNode node) {
    return node.has("$ref")
        || (node.path("type").isString() && !node.has("in") && !node.has("scheme"))
        || node.path("type").isArray()
        || node.has("allOf")
        || node.has("oneOf");
  }

  private static void close(ObjectNode schema) {
    closeInside(schema);
    boolean names = schema.path("properties").isObject();
    if ((names || mergesObjects(schema)) && !schema.has("additionalProperties")) {
      schema.put("unevaluatedProperties", false);
    }
  }

  private static boolean mergesObjects(ObjectNode schema) {
    for (JsonNode part : schema.path("allOf")) {
      if (part.path("properties").isObject()) {
        return true;
      }
    }
    return false;
  }

  /** The members of an allOf stay open: what one does not name, another may. */
  private static void closeInside(JsonNode schema) {
    for (JsonNode property : schema.path("properties")) {
      closeAll(property);
    }
    closeAll(schema.path("items"));
    closeAll(schema.path("additionalProperties"));
    for (JsonNode choice : schema.path("oneOf")) {
      closeAll(choice);
    }
    if (schema.path("allOf") instanceof ArrayNode parts) {
      for (JsonNode part : parts) {
        String ref = part.path("$ref").asString("");
        if (part instanceof ObjectNode object && !ref.isEmpty()) {
          object.put("$ref", ref.replace("#/components/schemas/", "#/x-open/"));
        } else {
          closeInside(part);
        }
      }
    }
  }

  JsonNode document() {
    return document;
  }

  List<Operation> operations() {
    return operations;
  }

  Optional<Operation> find(String method, String path) {
    return operations.stream()
        .filter(o -> o.method.equals(method) && o.pattern.matcher(path).matches())
        .findFirst();
  }

  /** What is wrong with an exchange by the contract; empty when nothing is. */
  List<String> mistakes(Api.Exchange exchange) {
    URI uri = URI.create(exchange.path());
    Optional<Operation> found = find(exchange.method(), uri.getPath());
    if (found.isEmpty()) {
      return List.of("not in the contract: " + exchange.method() + " " + uri.getPath());
    }
    List<String> mistakes = new ArrayList<>(answer(found.get(), exchange.answer()));
    mistakes.addAll(query(found.get(), uri));
    if (exchange.answer().status() < 300) {
      mistakes.addAll(request(found.get(), exchange.body()));
    }
    String where = exchange.method() + " " + exchange.path() + " " + exchange.answer().status();
    return mistakes.stream().map(m -> where + ": " + m).toList();
  }

  private List<String> answer(Operation operation, Answer answer) {
    JsonNode responses = operation.node.path("responses");
    String status = Integer.toString(answer.status());
    JsonNode response = responses.path(status);
    if (response.isMissingNode() && answer.status() >= 400) {
      response = responses.path("default");
    }
    if (response.isMissingNode()) {
      return List.of("the contract knows no such status");
    }
    JsonNode content = resolve(response).path("content");
    if (content.isEmpty()) {
      return answer.bytes().length == 0 ? List.of() : List.of("a body that the contract knows not");
    }
    String type = answer.header("Content-Type").split(";", 2)[0];
    JsonNode schema = content.path(type).path("schema");
    if (schema.isMissingNode()) {
      return List.of("the contract knows no " + type);
    }
    return type.endsWith("json") ? judge(schema, answer.text()) : List.of();
  }

  private List<String> request(Operation operation, byte @Nullable [] body) {
    JsonNode content = operation.node.path("requestBody").path("content");
    if (content.has("application/octet-stream")) {
      return List.of(); // a file as it is
    }
    JsonNode schema = content.path("application/json").path("schema");
    if (schema.isMissingNode()) {
      return body == null || body.length == 0
          ? List.of()
          : List.of("the contract knows no request body");
    }
    if (body == null || body.length == 0) {
      return operation.node.path("requestBody").path("required").asBoolean(false)
          ? List.of("accepted without its required body")
          : List.of();
    }
    return judge(schema, new String(body, StandardCharsets.UTF_8)).stream()
        .map(m -> "request: " + m)
        .toList();
  }

  private List<String> query(Operation operation, URI uri) {
    Set<String> known = new TreeSet<>();
    for (JsonNode parameter : operation.node.path("parameters")) {
      JsonNode resolved = resolve(parameter);
      if (resolved.path("in").asString().equals("query")) {
        known.add(resolved.path("name").asString());
      }
    }
    List<String> mistakes = new ArrayList<>();
    for (String pair :
        uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&", -1)) {
      String name = pair.split("=", 2)[0];
      if (!known.contains(name)) {
        mistakes.add("the contract knows no parameter " + name);
      }
    }
    return mistakes;
  }

  private JsonNode resolve(JsonNode node) {
    String ref = node.path("$ref").asString("");
    return ref.isEmpty() ? node : document.at(ref.substring(1));
  }

  private List<String> judge(JsonNode schema, String json) {
    String pointer = pointer(document, schema, "");
    Schema judge =
        compiled.computeIfAbsent(pointer, p -> registry.getSchema(SchemaLocation.of(ID + "#" + p)));
    return judge.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /**
   * Where in the document this schema stands; references are absolute, so any equal one will do.
   */
  private static String pointer(JsonNode at, JsonNode wanted, String path) {
    if (at.equals(wanted)) {
      return path;
    }
    for (Map.Entry<String, JsonNode> entry : at.properties()) {
      String found =
          pointer(
              entry.getValue(),
              wanted,
              path + "/" + entry.getKey().replace("~", "~0").replace("/", "~1"));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }
}

package io.zhixun.server;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;

/** The OpenAPI file, held against requests and answers. */
final class Contract {
  private final OpenApiInteractionValidator validator;

  private Contract(OpenApiInteractionValidator validator) {
    this.validator = validator;
  }

  static Contract load() {
    String file = Contract.class.getResource("/io/zhixun/server/openapi.json").toString();
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    options.setResolveCombinators(false);
    OpenAPI api = new OpenAPIV3Parser().read(file, List.of(), options);
    api.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .filter(operation -> operation.getParameters() != null)
        .flatMap(operation -> operation.getParameters().stream())
        .forEach(Contract::nameList);
    return new Contract(OpenApiInteractionValidator.createFor(api).build());
  }

  /** The validator knows a list in a parameter only in the form that OpenAPI 3.0 gave it. */
  private static void nameList(Parameter parameter) {
    Schema<?> schema = parameter.getSchema();
    if (schema.getTypes() != null && schema.getTypes().contains("array")) {
      parameter.setSchema(new ArraySchema().items(schema.getItems()));
    }
  }

  /** Fails unless the file allows the answer. */
  void checkAnswer(String route, Request.Method method, Response answer, String what) {
    require(validator.validateResponse(route, method, answer), what);
  }

  /** Fails unless the file allows the request. */
  void checkRequest(Request request, String what) {
    require(validator.validateRequest(request), what);
  }

  private static void require(ValidationReport report, String what) {
    if (report.hasErrors()) {
      throw new AssertionError(what + "\n" + report.getMessages());
    }
  }
}

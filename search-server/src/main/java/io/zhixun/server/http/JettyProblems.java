package io.zhixun.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what never reaches a handler, such as a request line that is not HTTP or headers beyond
 * all bounds, in the same form as everything else.
 */
public final class JettyProblems extends ErrorHandler {
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    ProblemException problem = problem(status, message);
    response.setStatus(problem.code().status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.PROBLEM_JSON);
    String path = request.getHttpURI().getPath();
    byte[] body = Json.bytes(Problems.body(problem, path == null ? "" : path));
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static ProblemException problem(int status, String message) {
    return switch (status) {
      case 404 -> new ProblemException(ProblemCode.NOT_FOUND, "there is nothing at this address");
      case 405 -> new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, "no such method");
      case 413 -> new ProblemException(ProblemCode.BODY_TOO_LARGE, "the body is too large");
      case 414 -> new ProblemException(ProblemCode.URI_TOO_LONG, "the address is too long");
      case 431 -> new ProblemException(ProblemCode.HEADERS_TOO_LARGE, "the headers are too large");
      case 503 ->
          ProblemException.retryAfter(1, ProblemCode.OVERLOADED, "not accepting at the moment");
      case 505 -> new ProblemException(ProblemCode.BAD_REQUEST, "not a version of HTTP we speak");
      default ->
          status >= 500
              ? new ProblemException(ProblemCode.INTERNAL, "something went wrong here")
              : new ProblemException(
                  ProblemCode.BAD_REQUEST,
                  "the request is not valid HTTP" + (message == null ? "" : ": " + message));
    };
  }
}

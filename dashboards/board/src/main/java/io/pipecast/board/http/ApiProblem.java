package io.pipecast.board.http;

/** A request that cannot be answered; becomes {@code {"error": message}}. */
final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int status;

    private ApiProblem(int status, String message) {
        super(message);
        this.status = status;
    }

    static ApiProblem badRequest(String message) {
        return new ApiProblem(400, message);
    }

    static ApiProblem notFound(String message) {
        return new ApiProblem(404, message);
    }

    static ApiProblem unauthorized() {
        return new ApiProblem(401, "sign in first");
    }

    static ApiProblem wrongToken() {
        return new ApiProblem(401, "this token is not known here");
    }

    static ApiProblem forbidden(String message) {
        return new ApiProblem(403, message);
    }

    static ApiProblem tooMany() {
        return new ApiProblem(429, "too many wrong tokens; try again in a minute");
    }

    static ApiProblem unavailable(String message) {
        return new ApiProblem(503, message);
    }
}

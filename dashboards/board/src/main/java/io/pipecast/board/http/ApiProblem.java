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

    static ApiProblem unavailable(String message) {
        return new ApiProblem(503, message);
    }
}

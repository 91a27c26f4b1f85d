using Microsoft.AspNetCore.Antiforgery;

namespace Academy.Web.Security;

public static class AntiforgeryOnApi
{
    /// <summary>Asks for the antiforgery token in the header <c>RequestVerificationToken</c>, as JSON carries none in a form.</summary>
    public static TBuilder ValidateAntiforgery<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter<TBuilder, AntiforgeryFilter>();

    private sealed class AntiforgeryFilter(IAntiforgery antiforgery) : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
            await antiforgery.IsRequestValidAsync(context.HttpContext)
                ? await next(context)
                : TypedResults.Problem("The antiforgery token is missing or not valid.", statusCode: StatusCodes.Status400BadRequest);
    }
}

using Academy.Web.Security;

namespace Academy.Web.Pages.People.Account;

/// <summary>Whoever types says so: that is use of the session like any other request, and nothing else happens.</summary>
public static class AtWorkEndpoint
{
    public static void MapAtWork(this IEndpointRouteBuilder app) =>
        app.MapPut("/api/session", () => TypedResults.NoContent()).RequireAuthorization().ValidateAntiforgery();
}

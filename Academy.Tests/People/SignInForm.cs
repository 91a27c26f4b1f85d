using Academy.Tests.Hosting;

namespace Academy.Tests.People;

internal static class SignInForm
{
    /// <summary>Tries to sign in and says what stands under the password, or null when the door opened.</summary>
    public static async Task<string?> TryAsync(this HttpClient client, string number, string password)
    {
        var answer = await client.PostFormAsync("/account/login", "/account/login", ("EmployeeNumber", number), ("Password", password));
        return (await answer.ReadPageAsync()).QuerySelector("#Password-error")?.TextContent.Trim();
    }

    /// <summary>Changes the password and says what stands under the fields.</summary>
    public static async Task<IReadOnlyList<string>> ChangePasswordAsync(
        this HttpClient client, string current, string chosen, string? repeated = null)
    {
        var answer = await client.PostFormAsync(
            "/account/password", "/account/password", ("Current", current), ("Chosen", chosen), ("Repeated", repeated ?? chosen));
        return [.. (await answer.ReadPageAsync()).QuerySelectorAll(".field-error").Select(e => $"{e.Id}: {e.TextContent.Trim()}")];
    }

    /// <summary>Whether the address leads back to the sign-in page.</summary>
    public static async Task<bool> IsSignedOutAsync(this HttpClient client, string address = "/") =>
        (await client.GetAsync(address)).Headers.Location?.OriginalString.Split('?')[0] == "/account/login";
}

using System.Net;
using System.Text;
using Academy.Tests.Hosting;

namespace Academy.Tests.Security;

/// <summary>What nothing here can read is refused before anybody tries.</summary>
public sealed class ReadableBodiesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    public static MatrixTheoryData<string, string> Unreadable => new(
        ["/account/login", "/preferences/language", "/api/attempts/1/responses/1"],
        [
            "application/x-www-form-urlencoded; charset=utf-7", "application/json; charset=bogus", "multipart/form-data",
            "multipart/form-data; boundary=", $"multipart/form-data; boundary={new string('b', 500)}", "neither",
        ]);

    [Theory, MemberData(nameof(Unreadable))]
    public async Task What_is_in_no_encoding_or_parts_that_are_known_is_refused(string address, string type)
    {
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes("language=en"));
        Assert.True(body.Headers.TryAddWithoutValidation("Content-Type", type));

        var answer = await academy.App.NewClient().PostAsync(address, body);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal(address.StartsWith("/api", StringComparison.Ordinal) ? "application/problem+json" : "text/html",
            answer.Content.Headers.ContentType?.MediaType);
    }
}

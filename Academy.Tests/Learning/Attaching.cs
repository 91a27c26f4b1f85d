using System.Net;
using Academy.Domain.Learning;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Learning;

internal static class Attaching
{
    private const string Lesson = "/courses/professional-ethics/general";

    /// <summary>A trainer puts a file beside a lesson, which has none of that name, and it is found at the address.</summary>
    public static async Task<string> AttachAsync(this AcademyApp app, string name, byte[] content)
    {
        var trainer = await app.SignInAsync("T0001");
        var answer = await trainer.PostFileAsync($"/authoring{Lesson}/attachments", name, new MemoryStream(content));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var id = await app.InStoreAsync(db => db.Attachments.Where(a => a.Name == name).Select(a => a.Id).SingleAsync());
        return $"{Lesson}/files/{id}";
    }
}

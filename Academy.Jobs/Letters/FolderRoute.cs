using System.Globalization;
using Academy.Domain.Letters;
using MimeKit;

namespace Academy.Jobs.Letters;

/// <summary>Into the data directory, one file a letter, whole or not at all: every mail program opens them.</summary>
internal sealed class FolderRoute(string dataDirectory) : IMailRoute
{
    public async Task<Passage> SendAsync(MimeMessage message, CancellationToken ct)
    {
        var month = message.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var folder = Directory.CreateDirectory(Path.Combine(dataDirectory, "letters", month)).FullName;
        var place = Path.Combine(folder, $"{message.MessageId!.Split('@')[0]}.eml");
        await message.WriteToAsync($"{place}.part", ct);
        File.Move($"{place}.part", place, overwrite: true);
        return new Passage(Delivery.Kept, "", false);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using System.CommandLine;
using System.Text.Json;
using Academy.Domain;
using Academy.Domain.Archives;
using Academy.Domain.Data;

namespace Academy.Web.Commands;

/// <summary>Looks the score archive over, and writes it into a file that can be looked over elsewhere.</summary>
internal static class ArchiveVerbs
{
    public static Command Verify()
    {
        var heads = new Option<string[]>("--head")
        {
            Description = "A head that is trusted, as from a letter or a transcript; those of the folder Academy:ArchiveHeads are, too",
        };
        var data = new Option<DirectoryInfo?>("--data") { Description = "The data directory; the usual one when absent" };
        var file = new Option<FileInfo?>("--file") { Description = "An exported archive, instead of a data directory" };
        var command = new Command("verify", "Check the archive's chain; names what is wrong first") { heads, data, file };
        command.SetAction(async (result, ct) =>
        {
            var trusted = (result.GetValue(heads) ?? []).Select(head => new TrustedHead(head.Trim().ToLowerInvariant())).ToList();
            if (result.GetValue(file) is { } exported) return await VerifyAsync(exported, trusted, ct);

            return await Verbs.BesideServerAsync(SettingsWith(result, data), async services =>
            {
                var kept = HeadFiles.ReadFrom(services.GetRequiredService<AcademySettings>().ArchiveHeads);
                return await TellAsync(await services.GetRequiredService<ArchiveProof>().VerifyAsync([.. trusted, .. kept], ct));
            }, ct);
        });
        return command;
    }

    public static Command Export()
    {
        var file = new Option<FileInfo>("--to") { Description = "The file to write", Required = true };
        var data = new Option<DirectoryInfo?>("--data") { Description = "The data directory; the usual one when absent" };
        var command = new Command("export", "Write all sealed editions into a file that can be verified elsewhere") { file, data };
        command.SetAction((result, ct) => Verbs.BesideServerAsync(SettingsWith(result, data), async services =>
        {
            await using var writer = new StreamWriter(result.GetValue(file)!.FullName);
            await ArchiveExport.WriteAsync(services.GetRequiredService<AcademyDb>(), writer, ct);
            return 0;
        }, ct));
        return command;
    }

    private static async Task<int> VerifyAsync(FileInfo file, IReadOnlyCollection<TrustedHead> trusted, CancellationToken ct)
    {
        if (!file.Exists) return await Verbs.FailAsync($"{file}: there is no such file.");

        try
        {
            using var reader = file.OpenText();
            return await TellAsync(await ArchiveExport.VerifyAsync(reader, trusted, ct));
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException)
        {
            return await Verbs.FailAsync($"{file}: this is no exported archive.");
        }
    }

    private static IReadOnlyList<string> SettingsWith(ParseResult result, Option<DirectoryInfo?> data) =>
        result.GetValue(data) is { } directory
            ? [.. result.UnmatchedTokens, $"--Academy:DataDirectory={directory.FullName}"]
            : [.. result.UnmatchedTokens];

    private static async Task<int> TellAsync(ArchiveVerdict verdict)
    {
        if (verdict.Finding is { } finding) return await Verbs.FailAsync(WordsOf(finding));

        var (heads, editions, entries) = (verdict.Heads, verdict.Editions, verdict.Entries);
        Console.WriteLine(
            $"{{\"heads\": {heads}, \"editions\": {editions}, \"entries\": {entries}, \"head\": \"{verdict.Head}\"}}");
        return 0;
    }

    private static string WordsOf(Finding finding)
    {
        var what = finding.Fault switch
        {
            Fault.EntryChanged => "was changed",
            Fault.EntryRemoved => "was removed",
            Fault.EntryAdded => "was added after it was sealed",
            Fault.EditionChanged => "the sealed edition was changed",
            Fault.EditionRemoved => "the sealed edition was removed",
            Fault.HeadChanged => "the head does not vouch for the editions that are there",
            Fault.HeadRemoved => "the head was removed",
            _ => "a trusted head is not in the chain: it was built anew, or cut off",
        };
        string?[] parts =
        [
            finding.Period.Length > 0 ? finding.Period : null,
            finding.Employee.Length > 0 ? finding.Employee : null,
            finding.Entry is { } number ? $"entry {number}" : null,
        ];
        var where = string.Join(", ", parts.OfType<string>());
        return where.Length > 0 ? $"{where}: {what}." : $"The archive: {what}.";
    }
}

using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Academy.Domain;
using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Opening;
using Academy.Tests.Hosting;
using Academy.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Security;

/// <summary>What lies on the disk is for the academy alone.</summary>
public sealed class AtRestTests(OpenedAcademy opened) : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Everybody = Owner | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_can_read_what_was_there_nor_what_comes_to_be()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no modes there.");

        await using var store = new AcademyStore(opened);
        var old = Path.Combine(Directory.CreateDirectory(Path.Combine(store.Folder, "files", "ab")).FullName, "old");
        await File.WriteAllTextAsync(old, "old");
        foreach (var path in Everything(store.Folder)) File.SetUnixFileMode(path, Everybody);

        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(CancellationToken.None));
        await store.TellAsync((FileVault vault) => vault.TakeAsync(new MemoryStream([1]), 10, CancellationToken.None));
        await store.TellAsync((AcademyDb db) => db.TryWriteAsync(CancellationToken.None));

        var all = Everything(store.Folder).ToList();
        Assert.Superset(new HashSet<string> { "academy.db", "academy.db-wal", "old" }, all.Select(Path.GetFileName).ToHashSet()!);
        Assert.DoesNotContain(all, path => (File.GetUnixFileMode(path) & ~Owner) != 0);
    }

    [Fact]
    public async Task What_others_can_read_whatever_is_done_keeps_an_academy_of_a_bank_closed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no file here whose mode nobody can change.");

        await using var store = new AcademyStore(given => given with { AsksFirst = true });
        var open = Path.Combine(Directory.CreateDirectory(Path.Combine(store.Folder, "files")).FullName, "open");
        File.CreateSymbolicLink(open, "/proc/self/status");

        var told = await Assert.ThrowsAsync<OpeningException>(() =>
            store.TellAsync((OpeningRoutine routine) => routine.RunAsync(CancellationToken.None)));

        Assert.Contains(open, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_encrypted_by_the_certificate_that_is_named_and_open_with_it_alone()
    {
        var settings = OpenedAcademy.SettingsFor(folder.Path) with
        {
            KeyCertificate = CertificateFile("secret"),
            KeyCertificatePassword = "secret",
        };
        var sealedText = Protector(settings).Protect("ready");

        var key = File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "keys"), "key-*.xml")));
        Assert.Contains("EncryptedXmlDecryptor", key, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
        Assert.Equal("ready", Protector(settings).Unprotect(sealedText));
        Assert.ThrowsAny<CryptographicException>(() => Protector(settings with { KeyCertificate = null }).Unprotect(sealedText));
    }

    [Theory]
    [InlineData("no-such.pfx", "secret")]
    [InlineData(null, "wrong")]
    public void A_certificate_that_cannot_be_used_is_told_in_words(string? file, string password)
    {
        var settings = OpenedAcademy.SettingsFor(folder.Path) with
        {
            KeyCertificate = file is null ? CertificateFile("secret") : Path.Combine(folder.Path, file),
            KeyCertificatePassword = password,
        };
        var told = Assert.Throws<OpeningException>(() => Protector(settings));
        Assert.StartsWith($"Academy:KeyCertificate {settings.KeyCertificate} cannot be used.", told.Message, StringComparison.Ordinal);
    }

    private static IDataProtector Protector(AcademySettings settings)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSessions(settings);
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }

    private string CertificateFile(string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=academy keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TestClock.Tuesday.AddYears(-1), TestClock.Tuesday.AddYears(10));
        var path = Path.Combine(folder.Path, "keys.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, password));
        return path;
    }

    private static IEnumerable<string> Everything(string folder) =>
        Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Prepend(folder);
}

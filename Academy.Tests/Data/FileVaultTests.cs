using System.Security.Cryptography;
using Academy.Domain;
using Academy.Domain.Files;
using Academy.Tests.Hosting;

namespace Academy.Tests.Data;

public sealed class FileVaultTests : IDisposable
{
    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(200_000);

    private readonly TemporaryFolder folder = new();
    private readonly FileVault vault;

    public FileVaultTests() => vault = new FileVault(new AcademySettings { DataDirectory = folder.Path });

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_is_found_by_the_digest_of_its_bytes()
    {
        var file = await TakeAsync(new MemoryStream(Bytes));

        Assert.Equal(new VaultFile(Convert.ToHexStringLower(SHA256.HashData(Bytes)), Bytes.Length), file);
        await using var opened = vault.Open(file!.Digest);
        var read = new MemoryStream();
        await opened.CopyToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(Bytes, read.ToArray());
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once()
    {
        await TakeAsync(new MemoryStream(Bytes));
        await TakeAsync(new MemoryStream(Bytes));

        Assert.Single(Kept);
    }

    [Fact]
    public async Task Of_a_file_that_is_too_large_nothing_is_kept()
    {
        Assert.Null(await vault.TakeAsync(new MemoryStream(Bytes), Bytes.Length - 1, CancellationToken.None));

        Assert.Empty(Kept);
    }

    [Fact]
    public async Task Of_a_file_that_breaks_off_nothing_is_kept()
    {
        await Assert.ThrowsAsync<IOException>(() => TakeAsync(new BrokenLine(Bytes)));

        Assert.Empty(Kept);
    }

    [Theory]
    [InlineData("../../academy.db")]
    [InlineData("")]
    [InlineData("ZZ")]
    public void What_is_no_digest_leads_nowhere(string digest) => Assert.Throws<ArgumentException>(() => vault.PathOf(digest));

    private Task<VaultFile?> TakeAsync(Stream content) => vault.TakeAsync(content, 1_000_000, CancellationToken.None);

    private string[] Kept => Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);

    /// <summary>A connection that is lost after the first half.</summary>
    private sealed class BrokenLine(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= Length / 2 ? throw new IOException("The line is gone.") : await base.ReadAsync(buffer, cancellationToken);
    }
}

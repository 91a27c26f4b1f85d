namespace Academy.Domain.Data;

/// <summary>
/// A file that one at a time holds, of all processes. It is a lock of the operating system, which lets it go with the process, however
/// that ends.
/// </summary>
internal sealed class LockFile : IDisposable
{
    private readonly FileStream file;

    private LockFile(FileStream file) => this.file = file;

    /// <summary>Null while somebody holds it.</summary>
    public static LockFile? TryTake(string path)
    {
        try
        {
            return new LockFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException failure) when (IsHeld(failure))
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>EWOULDBLOCK of Linux and of macOS, and the sharing violation of Windows.</summary>
    private static bool IsHeld(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020);
}

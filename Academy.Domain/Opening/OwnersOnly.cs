using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Academy.Domain.Data;

namespace Academy.Domain.Opening;

/// <summary>
/// What the academy keeps can be read by the user alone that it runs as: whatever it makes from now on, and what is there already. On
/// Windows the folder's own rights say who may.
/// </summary>
internal static class OwnersOnly
{
    private const uint Nobody = 0b000_111_111;
    private static readonly string[] Folders = ["keys", "files", "letters"];

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <returns>What others can read all the same; null when there is nothing.</returns>
    public static string? Apply(AcademySettings settings)
    {
        if (!OperatingSystem.IsWindows()) _ = Mask(Nobody);
        Make(settings.DataDirectory);
        return OperatingSystem.IsWindows() ? null : FirstLeftOpen(settings);
    }

    private static void Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OpeningException($"The data folder {folder} cannot be made: nothing can be written there.", failure);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static string? FirstLeftOpen(AcademySettings settings) => Kept(settings).FirstOrDefault(path => !IsNarrowed(path));

    private static IReadOnlyList<string> Kept(AcademySettings settings)
    {
        var folders = Folders.Select(name => Path.Combine(settings.DataDirectory, name)).Where(Directory.Exists).ToList();
        return
        [
            settings.DataDirectory,
            .. Store.FilesOf(settings.ConnectionString).Where(File.Exists),
            .. folders,
            .. folders.SelectMany(folder => Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)),
        ];
    }

    /// <summary>Some file systems take the change and do nothing.</summary>
    [UnsupportedOSPlatform("windows")]
    private static bool IsNarrowed(string path)
    {
        try
        {
            var mode = File.GetUnixFileMode(path);
            if ((mode & Others) == 0) return true;

            File.SetUnixFileMode(path, mode & ~Others);
            return (File.GetUnixFileMode(path) & Others) == 0;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            // A running server has removed it meanwhile.
            return true;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint Mask(uint mode);
}

using SkiaSharp;

namespace Academy.Domain.Files.Pdf;

/// <summary>Looks for a font with Chinese. Whether it may be embedded is for the bank to know that installs it.</summary>
public static class ChineseFont
{
    /// <summary>A font that has this has the characters of everyday use.</summary>
    private const char Common = '银';

    /// <summary>Where Linux keeps fonts; the library finds none there by itself, since it comes without fontconfig.</summary>
    private static readonly string[] Folders = ["/usr/share/fonts", "/usr/local/share/fonts"];

    private static readonly string[] Endings = [".ttf", ".ttc", ".otf", ".otc"];

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true };

    /// <summary>
    /// The one at the path; without a path, one that the system has. Null where there is none, and where the library does not run.
    /// </summary>
    public static SKTypeface? Find(string? path)
    {
        try
        {
            return string.IsNullOrEmpty(path) ? OfSystem() : Best(Faces(path));
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException)
        {
            return null;
        }
    }

    private static SKTypeface? OfSystem() =>
        SKFontManager.Default.MatchCharacter(null, SKFontStyle.Normal, ["zh-Hans"], Common)
            ?? Best(Folders.Where(Directory.Exists).SelectMany(FilesIn).SelectMany(Faces));

    private static IEnumerable<string> FilesIn(string folder) => Directory
        .EnumerateFiles(folder, "*", Everywhere)
        .Where(path => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));

    /// <summary>Where there is a face for each region, ours is called SC; plain ones come before bold ones.</summary>
    private static SKTypeface? Best(IEnumerable<SKTypeface> faces) => faces
        .Where(HasChinese)
        .OrderByDescending(face => face.FamilyName.EndsWith(" SC", StringComparison.Ordinal))
        .ThenBy(face => Math.Abs(face.FontStyle.Weight - (int)SKFontStyleWeight.Normal))
        .ThenBy(face => face.FamilyName, StringComparer.Ordinal)
        .FirstOrDefault();

    private static bool HasChinese(SKTypeface face)
    {
        using var font = new SKFont(face);
        return font.ContainsGlyph(Common);
    }

    private static IEnumerable<SKTypeface> Faces(string path)
    {
        for (var index = 0; SKTypeface.FromFile(path, index) is { } face; index++) yield return face;
    }
}

using System.Runtime.InteropServices;
using System.Text;
using SkiaSharp;

namespace Academy.Domain.Files.Pdf;

/// <summary>
/// Cuts a font down to some characters, by HarfBuzz: a Chinese font has ten megabytes and more, a certificate needs a hundredth of it.
/// </summary>
internal static partial class FontSubset
{
    private const string Library = "libHarfBuzzSharp";
    private const int ReadOnly = 1;

    public static SKTypeface Of(SKTypeface whole, IEnumerable<Rune> characters)
    {
        using var stream = whole.OpenStream(out var face);
        using var data = SKData.Create(stream);
        using var part = SKData.CreateCopy(Cut(data, face, characters));
        return SKTypeface.FromData(part);
    }

    private static byte[] Cut(SKData data, int face, IEnumerable<Rune> characters)
    {
        using var blob = new Owned(hb_blob_create(data.Data, (uint)data.Size, ReadOnly, 0, 0), hb_blob_destroy);
        using var font = new Owned(hb_face_create(blob.At, (uint)face), hb_face_destroy);
        using var wanted = new Owned(hb_subset_input_create_or_fail(), hb_subset_input_destroy);
        var set = hb_subset_input_unicode_set(wanted.At);
        foreach (var character in characters) hb_set_add(set, (uint)character.Value);
        using var part = new Owned(hb_subset_or_fail(font.At, wanted.At), hb_face_destroy);
        using var file = new Owned(hb_face_reference_blob(part.At), hb_blob_destroy);
        var bytes = new byte[hb_blob_get_length(file.At)];
        Marshal.Copy(hb_blob_get_data(file.At, 0), bytes, 0, bytes.Length);
        return bytes;
    }

    [LibraryImport(Library)]
    private static partial nint hb_blob_create(nint data, uint length, int mode, nint user, nint destroy);

    [LibraryImport(Library)]
    private static partial nint hb_blob_get_data(nint blob, nint length);

    [LibraryImport(Library)]
    private static partial uint hb_blob_get_length(nint blob);

    [LibraryImport(Library)]
    private static partial void hb_blob_destroy(nint blob);

    [LibraryImport(Library)]
    private static partial nint hb_face_create(nint blob, uint index);

    [LibraryImport(Library)]
    private static partial nint hb_face_reference_blob(nint face);

    [LibraryImport(Library)]
    private static partial void hb_face_destroy(nint face);

    [LibraryImport(Library)]
    private static partial void hb_set_add(nint set, uint codePoint);

    [LibraryImport(Library)]
    private static partial nint hb_subset_input_create_or_fail();

    [LibraryImport(Library)]
    private static partial nint hb_subset_input_unicode_set(nint input);

    [LibraryImport(Library)]
    private static partial void hb_subset_input_destroy(nint input);

    [LibraryImport(Library)]
    private static partial nint hb_subset_or_fail(nint face, nint input);

    /// <summary>Something that the library has made, and takes back at the end.</summary>
    private readonly ref struct Owned(nint at, Action<nint> takeBack)
    {
        public nint At => at != 0 ? at : throw new InvalidOperationException("The font cannot be cut down.");

        public void Dispose() => takeBack(at);
    }
}

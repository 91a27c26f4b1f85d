using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Academy.Domain;
using Academy.Domain.Opening;
using Microsoft.AspNetCore.DataProtection;

namespace Academy.Web.Security;

/// <summary>The keys that seal what people carry: in the data directory, encrypted where a certificate is named.</summary>
internal static class KeyRing
{
    public static string FolderOf(AcademySettings settings) => Path.Combine(settings.DataDirectory, "keys");

    /// <exception cref="OpeningException">The certificate cannot be used, and why.</exception>
    public static void AddKeyRing(this IServiceCollection services, AcademySettings settings)
    {
        var keys = services.AddDataProtection()
            .SetApplicationName("Academy")
            .PersistKeysToFileSystem(new DirectoryInfo(FolderOf(settings)));
        if (settings.KeyCertificate is { Length: > 0 } path)
            keys.ProtectKeysWithCertificate(Load(path, settings.KeyCertificatePassword));
    }

    private static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.GetRSAPrivateKey() is not null
                ? certificate
                : throw new CryptographicException("It holds no private key of the kind RSA.");
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new OpeningException($"Academy:KeyCertificate {path} cannot be used. {failure.Message}", failure);
        }
    }
}

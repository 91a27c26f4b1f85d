using System.Security.Cryptography;

namespace Academy.Web.Security;

/// <summary>A short number that people can read out and the log can be searched for.</summary>
public static class ErrorNumber
{
    public static string New()
    {
        var digits = RandomNumberGenerator.GetHexString(8);
        return $"{digits[..4]}-{digits[4..]}";
    }
}

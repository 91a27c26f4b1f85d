using System.Security.Cryptography;
using System.Text;

namespace Academy.Domain.Data;

/// <summary>Tells one state of something from another: what somebody saw when they decided.</summary>
public static class Fingerprint
{
    /// <summary>Equal for states that are kept in the same words; 16 hexadecimal digits.</summary>
    public static string Of(params IEnumerable<object?> parts)
    {
        var text = string.Join('\n', parts.Select(JsonColumns.TextOf));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}

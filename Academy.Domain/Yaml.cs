using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Academy.Domain;

/// <summary>YAML as content files use it: camel-case keys, unknown keys are mistakes, required ones must be there.</summary>
internal static class Yaml
{
    private static readonly IDeserializer Deserializer = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithEnumNamingConvention(HyphenatedNamingConvention.Instance)
        .WithEnforceRequiredMembers()
        .Build();

    public static T Read<T>(string yaml) => Deserializer.Deserialize<T>(yaml);
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Tests.Conventions;

/// <summary>Localizes as ever and remembers the keys that were shown because there was no text.</summary>
internal sealed class MissingTexts(IOptions<LocalizationOptions> options, ILoggerFactory log)
    : ResourceManagerStringLocalizerFactory(options, log), IStringLocalizerFactory
{
    public ConcurrentBag<string> Keys { get; } = [];

    IStringLocalizer IStringLocalizerFactory.Create(Type resourceSource) => new Watched(Create(resourceSource), Keys);

    private sealed class Watched(IStringLocalizer words, ConcurrentBag<string> missing) : IStringLocalizer
    {
        public LocalizedString this[string name] => Watch(words[name]);

        public LocalizedString this[string name, params object[] arguments] => Watch(words[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => words.GetAllStrings(includeParentCultures);

        private LocalizedString Watch(LocalizedString text)
        {
            if (text.ResourceNotFound) missing.Add(text.Name);
            return text;
        }
    }
}

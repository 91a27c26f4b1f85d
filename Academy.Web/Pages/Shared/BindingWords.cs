using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Academy.Web.Pages.Shared;

/// <summary>What the framework says of an entry that it cannot read, in our words and the reader's language.</summary>
public sealed class BindingWords(IStringLocalizer<SharedTexts> words) : IConfigureOptions<MvcOptions>
{
    private string Unreadable => words["Entry.Unreadable"];

    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Unreadable);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unreadable);
        messages.SetUnknownValueIsInvalidAccessor(_ => Unreadable);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Unreadable);
        messages.SetValueIsInvalidAccessor(_ => Unreadable);
        messages.SetValueMustBeANumberAccessor(_ => Unreadable);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Unreadable);
        messages.SetValueMustNotBeNullAccessor(_ => Unreadable);
        messages.SetMissingBindRequiredValueAccessor(_ => Unreadable);
        messages.SetMissingKeyOrValueAccessor(() => Unreadable);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Unreadable);
    }
}

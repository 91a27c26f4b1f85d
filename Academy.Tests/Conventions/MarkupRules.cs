using System.Text.RegularExpressions;

namespace Academy.Tests.Conventions;

/// <summary>The content security policy allows nothing inline, so nothing inline is written.</summary>
public sealed partial class MarkupRules
{
    [Fact]
    public void Pages_have_no_inline_style_and_no_event_handler() => Assert.Empty(
        SourceFile.Views.SelectMany(view => Inline().Matches(view.Text).Select(m => $"{view.Path}: {m.Value}")));

    [Fact]
    public void Scripts_are_modules_of_our_own_files() => Assert.Empty(
        SourceFile.Views.SelectMany(view => Script().Matches(view.Text).Select(m => m.Value)
            .Where(script => !OwnModule().IsMatch(script)).Select(script => $"{view.Path}: {script}")));

    [GeneratedRegex(@"<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[""']|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"<script\b.*?(?:</script>|$)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex(@"^<script type=""module"" src=""~/js/[\w/-]+\.js""[^>]*></script>$")]
    private static partial Regex OwnModule();
}

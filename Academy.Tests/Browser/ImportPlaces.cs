using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>Where trainers bring questions in files and take them out again, in the states of these pages.</summary>
public sealed class ImportPlaces : IPlaces
{
    private const string Trainer = "T0001";
    private const string Bank = "/authoring/banks/1";
    private const string Uploading = $"{Bank}/import";

    private const string Typed = """
        1. 发现假币怎么办？（E）
        A. 当面收缴，由两名以上业务人员办理，并在假币上加盖“假币”戳记
        B. 退还持有人
        2. 换班要当面交接。（√）
        3. 收缴假币，要有____名以上业务人员当面办理。
        """;

    private const string Gift = """
        ::连线::把做法和岗位连起来。{=收缴 -> 柜员 =复核}

        ::先后::现金收付谁先谁后？{~%50%先收 #说得不全 ~%-50%先付}

        ::多少::一捆一百元券是多少元？{#100000:1 ####一捆一千张。}
        """;

    private const string Table =
        "试题清单,,,,\n编号,问法,甲,乙,对的,考核要点（可以写得很长很长，用来看看窄屏上放不放得下）\n1,发现假币怎么办？,当面收缴，由两名以上业务人员办理,退还持有人,A,收缴\n2,换班要当面交接，对吗？,对,错,A,交接\n";

    public static IReadOnlyDictionary<string, Place> All { get; } = new Dictionary<string, Place>
    {
        ["questions to import"] = Place.At(Uploading, Trainer),
        ["questions, too large"] = Place.At($"{Uploading}?tooLarge=true", Trainer),
        ["questions, not read"] = Brought("题库.xml", "<quiz>\n<question"),
        ["questions, some to mend"] = Brought("题库.txt", Typed),
        ["questions, some to mend in the editor"] = Brought("题库.gift", Gift),
        ["questions, ready"] = Ready,
        ["question of an import"] = Ready.Then(page => page.ClickAsync(".row-actions a")),
        ["question of an import, in the editor"] = Brought("题库.gift", Gift).Then(page => page.ClickAsync(".import-body a.button")),
        ["columns to be said"] = Brought("题库.csv", Table),
        ["columns"] = Columns,
        ["columns, refused"] = Columns.Then(async page =>
        {
            await page.ClickAsync("form > .form-actions .button:not(.quiet)");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["bank, taken out"] = Place.At($"{Bank}/export", Trainer),
        ["bank, printed"] = Place.At($"{Bank}/print", Trainer),
    };

    private static Place Ready => Brought("题库.txt", "1. 换班要当面交接。（√）\n2. 收缴的假币可以退还给持有人。（×）\n");

    private static Place Columns => Brought("题库.csv", Table).Then(page => page.ClickAsync(".page-actions a.button:not(.quiet)"));

    private static Place Brought(string name, string content) => Place.At(Uploading, Trainer).Then(async page =>
    {
        await page.SetInputFilesAsync(
            "#Upload",
            new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) });
        await page.ClickAsync("form[enctype] .form-actions button");
        await Expect(page.Locator(".counts, [role=alert], .message.warn").First).ToBeVisibleAsync();
    });
}

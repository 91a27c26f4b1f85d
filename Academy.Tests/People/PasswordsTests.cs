using Academy.Domain;
using Academy.Domain.People;
using Academy.Tests.Hosting;

namespace Academy.Tests.People;

public sealed class PasswordsTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    [Theory]
    [InlineData("zh-CN", "short-123", "新密码至少 10 位。")]
    [InlineData("en", "short-123", "The new password needs at least 10 characters.")]
    [InlineData("zh-CN", "", "新密码至少 10 位。")]
    [InlineData("en", "            ", "The new password needs at least 10 characters.")]
    [InlineData("zh-CN", "only-letters", "新密码要同时有字母和数字。")]
    [InlineData("en", "only-letters", "The new password needs both letters and digits.")]
    [InlineData("zh-CN", "20261124-0900", "新密码要同时有字母和数字。")]
    [InlineData("en", "20261124-0900", "The new password needs both letters and digits.")]
    [InlineData("zh-CN", "my-e0001-word", "新密码不能含有工号。")]
    [InlineData("en", "my-E0001-word", "The new password must not contain your employee number.")]
    [InlineData("zh-CN", "P@ssw0rd2026", "这样的密码太容易猜到。除了常见的词、姓名、本行和网点的名称、日期、手机号和连着的键，还要有 4 位以上自己的内容。")]
    [InlineData(
        "en", "1qaz2wsx3edc",
        "Such a password is guessed too easily. "
        + "Besides common words, names, those of the bank’s units, dates, telephone numbers and keys in a row "
        + "it needs at least 4 characters of your own.")]
    [InlineData("zh-CN", OpenedAcademy.Password, "新密码不能和原密码相同。")]
    [InlineData("en", OpenedAcademy.Password, "The new password must differ from the current one.")]
    public async Task A_weak_password_is_refused_in_the_persons_language(string language, string chosen, string words)
    {
        var person = await SignInAsync(academy.App, language);
        Assert.Equal([$"Chosen-error: {words}"], await person.ChangePasswordAsync(OpenedAcademy.Password, chosen));
        Assert.Null(await academy.App.NewClient().TryAsync("E0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task What_is_too_long_for_the_door_is_no_password()
    {
        var person = await academy.App.SignInAsync("E0001");
        var most = string.Concat(Enumerable.Repeat("长 Rätsel-7", 20))[..Passwords.MostLength];
        Assert.Equal(["Chosen-error: 新密码最多 200 位。"], await person.ChangePasswordAsync(OpenedAcademy.Password, most + "x"));
        var other = await academy.App.SignInAsync("E0005");
        Assert.Empty(await other.ChangePasswordAsync(OpenedAcademy.Password, most));
        Assert.Null(await academy.App.NewClient().TryAsync("E0005", most));
        Assert.NotNull(await academy.App.NewClient().TryAsync("E0005", most + "x"));
    }

    [Theory]
    [InlineData("password12")]
    [InlineData("abc1234567")]
    [InlineData("Passw0rd!@#2026")]
    [InlineData("qwertyuiop1")]
    [InlineData("woaini1314520")]
    [InlineData("a1111111111")]
    [InlineData("ZhangWei1990")]
    [InlineData("张伟zhangwei888")]
    [InlineData("nc-100001-100001a")]
    [InlineData("QingLan-2026")]
    [InlineData("青岚农商银行2026a")]
    [InlineData("a1b2c3d4e5")]
    [InlineData("1a2b3c4d5e6f")]
    [InlineData("abcd20261130")]
    [InlineData("abcd-30.11.2026")]
    [InlineData("wang19900101")]
    [InlineData("zhaoyu-1130-x")]
    [InlineData("13812345678a")]
    [InlineData("nongxinshe88")]
    [InlineData("YunLing-888")]
    [InlineData("云岭支行2026-7")]
    public void What_many_take_or_others_know_is_no_password(string chosen)
    {
        var passwords = new Passwords(new AcademySettings { Bank = "青岚农商银行", BankEnglish = "Qinglan Rural Commercial Bank" });
        var owner = new PasswordOwner("E100001", "张伟", "zhang wei") { Units = ["云岭支行 Yunling Branch"] };
        Assert.Equal(PasswordRefusal.TooCommon, passwords.Refusal(owner, null, chosen));
    }

    [Theory]
    [InlineData("zh-CN", "Repeated-error: 两次输入的新密码不一样。")]
    [InlineData("en", "Repeated-error: The two new passwords differ.")]
    public async Task A_slip_of_the_finger_is_noticed(string language, string error)
    {
        var person = await SignInAsync(academy.App, language);
        Assert.Equal([error], await person.ChangePasswordAsync(OpenedAcademy.Password, "long-enough-7", "long-enough-8"));
        Assert.Equal([error], await person.ChangePasswordAsync(OpenedAcademy.Password, "long-enough-7", ""));
    }

    [Theory]
    [InlineData("zh-CN", "guess-guess", "Current-error: 原密码不对，请重新输入。")]
    [InlineData("en", "guess-guess", "Current-error: The current password is wrong. Enter it again.")]
    [InlineData("zh-CN", "", "Current-error: 原密码不对，请重新输入。")]
    [InlineData("en", "   ", "Current-error: The current password is wrong. Enter it again.")]
    public async Task Whoever_does_not_know_the_current_password_changes_nothing(string language, string current, string error)
    {
        var person = await SignInAsync(academy.App, language);
        Assert.Equal([error], await person.ChangePasswordAsync(current, "long-enough-7"));
    }

    [Theory]
    [InlineData("E0002", "ten-chars1")]
    [InlineData("E0003", "青岚学堂的新密码七7")]
    [InlineData("E0004", " spaces around 7 ")]
    public async Task A_good_password_is_taken_as_it_is(string number, string chosen)
    {
        var person = await academy.App.SignInAsync(number);
        Assert.Empty(await person.ChangePasswordAsync(OpenedAcademy.Password, chosen));
        Assert.Contains("密码已修改", await person.GetStringAsync("/account/password"), StringComparison.Ordinal);
        Assert.Null(await academy.App.NewClient().TryAsync(number, chosen));
    }

    private static async Task<HttpClient> SignInAsync(AcademyApp app, string language)
    {
        var person = await app.SignInAsync("E0001");
        await person.PostFormAsync("/account/password", "/preferences/language", ("language", language));
        return person;
    }
}

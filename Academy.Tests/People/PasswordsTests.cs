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
    [InlineData("zh-CN", OpenedAcademy.Password, "新密码不能和原密码相同。")]
    [InlineData("en", OpenedAcademy.Password, "The new password must differ from the current one.")]
    public async Task A_weak_password_is_refused_in_the_persons_language(string language, string chosen, string words)
    {
        var person = await SignInAsync(academy.App, language);
        Assert.Equal([$"Chosen-error: {words}"], await person.ChangePasswordAsync(OpenedAcademy.Password, chosen));
        Assert.Null(await academy.App.NewClient().TryAsync("E0001", OpenedAcademy.Password));
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

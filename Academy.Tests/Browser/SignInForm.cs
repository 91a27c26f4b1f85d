using Academy.Tests.Hosting;
using Microsoft.Playwright;

namespace Academy.Tests.Browser;

public static class SignInForm
{
    public static async Task FillInSignInAsync(this IPage page, string number)
    {
        await page.GetByLabel("工号").FillAsync(number);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(OpenedAcademy.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
    }
}

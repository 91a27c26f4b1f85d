using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.People;

/// <summary>A demonstration that somebody asks for in Production is not given.</summary>
public sealed class ProductionPeopleTests
{
    [Fact]
    public async Task Nobody_is_there_before_the_first_administrator()
    {
        using var folder = new TemporaryFolder();
        await using var academy = new EmptyAcademy(folder, Repository.File("content"));
        Assert.False(await academy.InStoreAsync(db => db.Employees.AnyAsync()));
        Assert.NotNull(await academy.NewClient().TryAsync("A0001", OpenedAcademy.Password));
    }

    [Fact]
    public async Task The_sign_in_page_names_no_demonstration_sign_ins()
    {
        using var folder = new TemporaryFolder();
        await using var academy = new EmptyAcademy(folder, Repository.File("content"));
        var page = await academy.NewClient().GetStringAsync("/account/login");
        Assert.DoesNotContain("E0001", page, StringComparison.Ordinal);
        Assert.DoesNotContain(OpenedAcademy.Password, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stolen_password_costs_19_MiB_and_two_passes_of_Argon2id_a_guess()
    {
        using var folder = new TemporaryFolder();
        await using var academy = new EmptyAcademy(folder);
        await academy.CreateAdministratorAsync("100001", "printed-once-1");

        var hash = (await academy.InStoreAsync(db => db.Employees.SingleAsync())).PasswordHash!;

        Assert.StartsWith("$argon2id$v=19$m=19456,t=2,p=1$", hash, StringComparison.Ordinal);
    }
}

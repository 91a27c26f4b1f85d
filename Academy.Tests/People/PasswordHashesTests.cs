using System.Diagnostics;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Academy.Tests.People;

public sealed class PasswordHashesTests(OpenedAcademy opened)
{
    private const string Password = "学堂 long-enough-7";

    private static readonly PasswordHashes Today = new(new HashingCost(16, 1));

    [Fact]
    public void A_hash_is_opened_by_its_password_alone()
    {
        var hash = Today.Hash(Password);

        Assert.Equal(PasswordVerificationResult.Success, Today.Check(hash, Password));
        Assert.Equal(PasswordVerificationResult.Failed, Today.Check(hash, Password + " "));
        Assert.NotEqual(hash, Today.Hash(Password));
        Assert.StartsWith("$argon2id$v=19$m=16,t=1,p=1$", hash, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hash_of_another_cost_or_of_the_time_before_opens_and_is_to_be_renewed()
    {
        var former = new PasswordHasher<Employee>().HashPassword(new Employee("E1", "", 0, 0, default), Password);

        Assert.All([former, new PasswordHashes(HashingCost.Least).Hash(Password), PasswordHashes.HashOneTime(Password)], hash =>
        {
            Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, Today.Check(hash, Password));
            Assert.Equal(PasswordVerificationResult.Failed, Today.Check(hash, "guess"));
        });
    }

    [Fact]
    public void Whatever_is_held_against_whatever_costs_a_whole_hash()
    {
        var hashes = new PasswordHashes(HashingCost.Owasp);
        var (own, oneTime) = (hashes.Hash(Password), PasswordHashes.HashOneTime(Password));
        var whole = Quickest(() => hashes.Check(own, "guess"));

        Assert.All([null, "", oneTime], hash => Assert.True(Quickest(() => hashes.Check(hash, "guess")) > whole / 3));

        static TimeSpan Quickest(Action act) => Enumerable.Range(0, 4).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            act();
            return Stopwatch.GetElapsedTime(start);
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("$argon2id$v=19$m=16,t=1,p=1$short$digest")]
    [InlineData("$2b$12$another.kind")]
    public void Nothing_opens_where_there_is_no_hash_that_is_known(string? hash) =>
        Assert.Equal(PasswordVerificationResult.Failed, Today.Check(hash, ""));

    [Theory]
    [InlineData("nobody's")]
    [InlineData("wrong")]
    [InlineData("without a password")]
    [InlineData("one-time")]
    [InlineData("locked out")]
    [InlineData("disabled")]
    public async Task Whatever_stands_against_somebody_one_password_is_looked_at(string account)
    {
        var hashes = new CountedHashes();
        await using var office = new Office(opened, services => services.Replace(ServiceDescriptor.Singleton<PasswordHashes>(hashes)));
        await office.Store.TellAsync((AcademyDb db) => db.Employees.Numbered("E0001").ExecuteUpdateAsync(set => set
            .SetProperty(e => e.PasswordHash, account switch
            {
                "without a password" => null,
                "one-time" => PasswordHashes.HashOneTime(Password),
                _ => hashes.Hash(Password),
            })
            .SetProperty(e => e.DisabledAt, account == "disabled" ? office.Store.Clock.GetUtcNow() : null)));
        for (var tries = 0; account == "locked out" && tries < Tries.MostTries; tries++) await KnockAsync(office, "guess");
        hashes.Looks = 0;

        var admission = await office.Store.AskAsync((Doorkeeper doorkeeper) => doorkeeper.AdmitAsync(
            account == "nobody's" ? "E9999" : "E0001",
            account is "locked out" or "disabled" ? Password : "guess",
            Office.Here,
            CancellationToken.None));

        Assert.NotNull(admission.Refusal);
        Assert.Equal(1, hashes.Looks);
    }

    [Fact]
    public async Task An_old_hash_is_renewed_at_the_next_sign_in_and_a_one_time_password_keeps_its_own()
    {
        await using var office = new Office(opened);
        var former = new PasswordHasher<Employee>().HashPassword(new Employee("E1", "", 0, 0, default), Password);
        await office.Store.TellAsync((AcademyDb db) => db.Employees.Numbered("E0001")
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.PasswordHash, former)));

        Assert.NotNull((await KnockAsync(office, "guess")).Refusal);
        Assert.Equal(former, (await office.PersonAsync("E0001")).PasswordHash);
        var admitted = (await KnockAsync(office, Password)).Employee!;

        Assert.StartsWith("$argon2id$", admitted.PasswordHash, StringComparison.Ordinal);
        Assert.Equal(admitted.PasswordHash, (await office.PersonAsync("E0001")).PasswordHash);
        Assert.Null((await KnockAsync(office, Password)).Refusal);
    }

    private sealed class CountedHashes() : PasswordHashes(HashingCost.Least)
    {
        public int Looks { get; set; }

        public override PasswordVerificationResult Check(string? hash, string password)
        {
            Looks++;
            return base.Check(hash, password);
        }
    }

    private static Task<Admission> KnockAsync(Office office, string password) =>
        office.Store.AskAsync((Doorkeeper doorkeeper) => doorkeeper.AdmitAsync("E0001", password, Office.Here, CancellationToken.None));
}

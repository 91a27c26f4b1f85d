using System.Net;
using Academy.Domain.People;

namespace Academy.Tests.People;

public sealed class TurnstileTests
{
    private static readonly int Places = Math.Clamp(Environment.ProcessorCount / 2, 1, 8);

    private readonly Turnstile turnstile = new();

    [Fact]
    public async Task Half_of_the_processors_look_at_passwords_and_the_next_waits_until_one_is_free()
    {
        var inside = await FillAsync();
        var next = turnstile.EnterAsync(At(1), default);
        Assert.False(next.IsCompleted);

        inside[0].Dispose();
        inside[0].Dispose();

        Assert.NotNull(await next);
        Assert.False(turnstile.EnterAsync(At(1), default).IsCompleted);
    }

    [Fact]
    public async Task Who_came_first_goes_first_and_known_devices_before_strange_ones()
    {
        var inside = await FillAsync();
        var order = new List<string>();
        Task[] waiting =
        [
            PassAsync("first stranger", At(1)), PassAsync("second stranger", At(2)),
            PassAsync("first known", Known("a")), PassAsync("second known", Known("b")),
        ];

        inside[0].Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(["first known", "second known", "first stranger", "second stranger"], order);

        async Task PassAsync(string who, Caller caller)
        {
            using var place = await turnstile.EnterAsync(caller, default);
            order.Add(who);
        }
    }

    [Fact]
    public async Task Of_one_address_128_wait_and_others_still_find_room()
    {
        await FillAsync();
        for (var n = 0; n < 128; n++) _ = turnstile.EnterAsync(At(1), default);

        Assert.Null(await turnstile.EnterAsync(At(1), default));
        Assert.False(turnstile.EnterAsync(At(2), default).IsCompleted);
        Assert.False(turnstile.EnterAsync(Known("a"), default).IsCompleted);
    }

    [Fact]
    public async Task However_many_strangers_wait_a_known_device_finds_room()
    {
        await FillAsync();
        for (var n = 0; n < 256; n++) _ = turnstile.EnterAsync(At(n), default);

        Assert.Null(await turnstile.EnterAsync(At(1000), default));
        Assert.False(turnstile.EnterAsync(Known("a"), default).IsCompleted);
    }

    [Fact]
    public async Task Who_has_gone_away_takes_no_place()
    {
        var inside = await FillAsync();
        using var gone = new CancellationTokenSource();
        var left = turnstile.EnterAsync(At(1), gone.Token);
        var next = turnstile.EnterAsync(At(2), default);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        inside[0].Dispose();

        Assert.NotNull(await next);
    }

    [Fact]
    public void An_address_of_the_longer_kind_stands_for_its_network()
    {
        Assert.Equal(Of("2001:db8::1"), Of("2001:db8::ffff:2"));
        Assert.NotEqual(Of("2001:db8::1"), Of("2001:db8:0:1::1"));
        Assert.Equal(Of("10.0.0.7"), Of("::ffff:10.0.0.7"));

        static string Of(string address) => Caller.At(IPAddress.Parse(address)).Network;
    }

    private static Caller At(int n) => Caller.At(new IPAddress([10, 1, (byte)(n / 256), (byte)(n % 256)]));

    private static Caller Known(string device) => At(1) with { Device = device, KnownTo = [1] };

    private async Task<List<IDisposable>> FillAsync()
    {
        var inside = new List<IDisposable>();
        for (var n = 0; n < Places; n++) inside.Add((await turnstile.EnterAsync(At(1), default))!);
        return inside;
    }
}

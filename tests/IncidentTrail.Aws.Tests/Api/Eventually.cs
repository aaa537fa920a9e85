namespace IncidentTrail.Aws.Tests.Api;

/// <summary>Waits for what another thread or process brings about. The guard is so long that only what never comes meets it.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(3);

    /// <summary>Waits until something holds, or cannot any more; fails where it does not.</summary>
    public static async Task HoldsAsync(Func<bool> holds, Func<bool>? isOver = null)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!holds() && !guard.IsCancellationRequested && isOver?.Invoke() != true)
            await Task.Delay(10);
        Assert.True(holds());
    }
}

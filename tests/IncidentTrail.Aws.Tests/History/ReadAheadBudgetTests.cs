using IncidentTrail.Aws.History;

namespace IncidentTrail.Aws.Tests.History;

/// <summary>How much of Event history is held: who holds something waits for room, who holds nothing does not.</summary>
public sealed class ReadAheadBudgetTests
{
    private readonly ReadAheadBudget _budget = new(10);

    [Fact]
    public async Task A_sweep_that_holds_something_waits_until_there_is_room()
    {
        _budget.Take(11);
        var waiting = _budget.WaitAsync(() => false, CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        _budget.Release(2);

        await waiting;
    }

    [Fact]
    public void A_sweep_that_holds_nothing_is_never_held_up()
    {
        _budget.Take(11);

        Assert.True(_budget.WaitAsync(() => true, CancellationToken.None).IsCompletedSuccessfully);
    }
}

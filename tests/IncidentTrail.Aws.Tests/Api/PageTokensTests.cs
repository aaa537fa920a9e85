using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>Tokens of pages that lead in a circle.</summary>
public sealed class PageTokensTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(3, 5)]
    [InlineData(100, 1)]
    [InlineData(40, 100)]
    public void A_circle_is_seen_before_it_was_gone_round_four_times(int before, int circle)
    {
        var tokens = new PageTokens();

        var asked = 0;
        while (!tokens.LeadsBack($"{(asked < before ? asked : before + ((asked - before) % circle))}"))
            asked++;

        Assert.InRange(asked, circle, 4 * (before + circle));
    }

    [Fact]
    public void Tokens_that_are_all_others_lead_on()
    {
        var tokens = new PageTokens();

        Assert.DoesNotContain(true, Enumerable.Range(0, 10_000).Select(i => tokens.LeadsBack($"{i}")));
    }
}

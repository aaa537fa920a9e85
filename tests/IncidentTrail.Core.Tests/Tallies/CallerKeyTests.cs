using IncidentTrail.Callers;
using IncidentTrail.Tallies;

namespace IncidentTrail.Tests.Tallies;

public sealed class CallerKeyTests
{
    [Theory]
    [InlineData("AROAEXAMPLE:", "deploy")]
    [InlineData("AROAEXAMPLE:dep", "loy")]
    [InlineData("", "AROAEXAMPLE:deploy")]
    public void A_caller_is_the_same_wherever_its_principal_id_is_cut(string head, string tail)
    {
        var (whole, cut) = (KeyOf(new JoinedText("AROAEXAMPLE:deploy")), KeyOf(new JoinedText(head, tail)));

        Assert.Equal(whole.Hash, cut.Hash);
        Assert.Equal(whole, cut);
        Assert.Equal(whole.GetHashCode(), cut.GetHashCode());
    }

    [Fact]
    public void Another_text_is_another_caller_and_so_is_one_that_is_missing()
    {
        var keys = new[]
        {
            KeyOf(new JoinedText("AROAEXAMPLE:deploy")), KeyOf(new JoinedText("AROAEXAMPLE:", "test")),
            KeyOf(new JoinedText("AROAEXAMPLE:deploy"), account: "444455556666"),
            new CallerKey(TrailCallerKind.AssumedRole, null, default, null), new CallerKey(TrailCallerKind.AssumedRole, "", default, null),
            new CallerKey(TrailCallerKind.AssumedRole, null, new JoinedText(""), null),
        };

        Assert.Distinct(keys.Select(key => key.Hash));
        Assert.Distinct(keys);
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(5000)]
    public void A_text_of_any_length_counts_to_its_end(int length)
    {
        var text = new string('a', length);

        Assert.Equal(KeyOf(new JoinedText(text)).Hash, KeyOf(new JoinedText(text[..100], text[100..])).Hash);
        Assert.NotEqual(KeyOf(new JoinedText(text)).Hash, KeyOf(new JoinedText(text[..^1] + "b")).Hash);
    }

    [Fact]
    public void Who_has_no_principal_id_is_known_by_the_ARN_and_then_by_the_name()
    {
        var byArn = new TrailCaller { JoinedArn = new JoinedText("arn:aws:sts::111122223333:assumed-role/r/", "s"), JoinedName = new JoinedText("r/s") };
        var byName = new TrailCaller { JoinedName = new JoinedText("r/", "s") };

        Assert.Equal("arn:aws:sts::111122223333:assumed-role/r/s", CallerKey.Of(byArn).Principal.Value);
        Assert.Equal("r/s", CallerKey.Of(byName).Principal.Value);
    }

    private static CallerKey KeyOf(JoinedText principal, string account = "111122223333") => CallerKey.Of(new TrailCaller
    {
        Kind = TrailCallerKind.AssumedRole, AccountId = account, JoinedPrincipalId = principal, JoinedName = new JoinedText("r/deploy"),
    });
}

using IncidentTrail.Callers;

namespace IncidentTrail.Tests.Callers;

public sealed class RepeatedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Responder", "/")]
    [InlineData("", "tail")]
    public void Two_texts_are_joined_and_the_same_ones_are_one_string(string head, string tail)
    {
        var joined = RepeatedText.Of(head, tail);

        Assert.Equal(head + tail, joined);
        Assert.Same(joined, RepeatedText.Of(head, tail));
        Assert.Same(joined, RepeatedText.Of(head + tail));
    }

    [Theory]
    [InlineData(200, 56)]
    [InlineData(200, 57)]
    [InlineData(5_000, 1)]
    public void Long_texts_are_joined_too(int head, int tail) => Assert.Equal(
        new string('h', head) + new string('t', tail), RepeatedText.Of(new string('h', head), new string('t', tail)));
}

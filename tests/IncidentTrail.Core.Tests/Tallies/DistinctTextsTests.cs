using IncidentTrail.Tallies;

namespace IncidentTrail.Tests.Tallies;

public sealed class DistinctTextsTests
{
    private const int Seed = 20261128;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(17)]
    [InlineData(60)]
    public void Each_text_is_held_once_however_many_there_are(int distinct)
    {
        var random = new Random(Seed + distinct);
        var (texts, expected) = (new DistinctTexts(), new SortedSet<string>(StringComparer.Ordinal));
        for (var run = 0; run < 500; run++)
        {
            var text = $"text {random.Next(distinct)}";
            expected.Add(text);
            texts.Add(text);
            texts.Add(random.Next(2) == 0 ? null : "");
        }

        Assert.Equal(expected, texts.Sorted());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(30)]
    public void The_string_that_came_first_stays(int distinct)
    {
        var (texts, first) = (new DistinctTexts(), Enumerable.Range(0, distinct).Select(i => $"text {i:D2}").ToList());
        foreach (var text in first.Concat(first.Select(text => new string(text.AsSpan()))))
            texts.Add(text);

        Assert.All(first.Zip(texts.Sorted()), pair => Assert.Same(pair.First, pair.Second));
    }
}

using IncidentTrail.Events;
using IncidentTrail.Tallies;

namespace IncidentTrail.Tests.Tallies;

public sealed class DistinctNumbersTests
{
    private const int Seed = 20261128;
    private readonly TallyMemory _memory = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(60)]
    [InlineData(5_000)]
    public void Each_number_is_held_once_however_many_there_are(int distinct)
    {
        var random = new Random(Seed + distinct);
        var (numbers, expected) = (new DistinctNumbers(), new SortedSet<uint>());
        for (var run = 0; run < 4 * distinct + 100; run++)
        {
            var number = (uint)random.Next(1, distinct + 1) * 0x01000001;
            expected.Add(number);
            numbers.Add(number, _memory);
            numbers.Add(0, _memory);
            Assert.Equal(expected.Count, numbers.Count);
        }

        Assert.Equal(expected, Of(numbers));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(3, 40)]
    [InlineData(40, 3)]
    [InlineData(40, 40)]
    public void Numbers_of_another_are_added(int own, int others)
    {
        var (numbers, other) = (new DistinctNumbers(), new DistinctNumbers());
        for (var i = 0; i < own; i++)
            numbers.Add((uint)(10 + i), _memory);
        for (var i = 0; i < others; i++)
            other.Add((uint)(30 + i), _memory);
        numbers.Add(other, _memory);

        Assert.Equal(Enumerable.Range(10, own).Union(Enumerable.Range(30, others)).Select(i => (uint)i).Order(), Of(numbers));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Their_texts_are_in_order_by_whatever_numbers_a_reading_had(int count)
    {
        var (texts, expected) = (new TallyTexts(), Enumerable.Range(0, count).Select(i => i % 2 == 0 ? $"text {i}" : $"10.0.{i}.1").ToList());
        var numbers = new DistinctNumbers();
        foreach (var order in new[] { expected, Enumerable.Reverse(expected) })
        {
            var read = new CallTexts();
            texts.Begin(read);
            foreach (var text in order)
                numbers.Add(texts.Of(read.NumberOf(text)), texts.Memory);
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), texts.Sorted(numbers));
    }

    [Fact]
    public void Who_has_one_text_alone_has_his_own()
    {
        var texts = new TallyTexts();
        var expected = Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? $"10.0.{i % 7}.{i}" : $"text {i}").ToList();
        var alone = expected.ConvertAll(text =>
        {
            var numbers = new DistinctNumbers();
            numbers.Add(texts.Own.NumberOf(text), texts.Memory);
            return numbers;
        });

        Assert.Equal(expected, alone.ConvertAll(numbers => Assert.Single(texts.Sorted(numbers))));
        Assert.Same(texts.Sorted(alone[^1]), texts.Sorted(alone[^1]));
        Assert.Empty(texts.Sorted(default));
    }

    [Fact]
    public void Those_of_many_that_grow_side_by_side_do_not_mix()
    {
        var random = new Random(Seed);
        var (sets, expected) = (new DistinctNumbers[40], Enumerable.Range(0, 40).Select(_ => new SortedSet<uint>()).ToList());
        for (var run = 0; run < 20_000; run++)
        {
            var at = random.Next(sets.Length);
            var number = (uint)random.Next(1, 3 << at % 12);
            sets[at].Add(number, _memory);
            expected[at].Add(number);
        }

        Assert.All(sets.Zip(expected), pair => Assert.Equal(pair.Second, Of(pair.First)));
    }

    private SortedSet<uint> Of(in DistinctNumbers numbers)
    {
        var all = new uint[numbers.Count];
        numbers.CopyTo(all, _memory);
        Assert.Equal(all.Length, all.Distinct().Count());
        return [.. all];
    }
}

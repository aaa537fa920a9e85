using System.Text;
using IncidentTrail.Events;
using IncidentTrail.Records;

namespace IncidentTrail.Tests.Events;

public sealed class CallTextsTests
{
    private readonly CallTexts _texts = new();

    [Fact]
    public void A_text_has_one_number_which_gives_it_again_and_none_has_another()
    {
        var texts = Enumerable.Range(0, 100).Select(i => $"text {i}").Append("10.0.0.1").Append("240.0.0.1").ToList();
        var numbers = texts.ConvertAll(_texts.NumberOf);

        Assert.Equal(texts.Count, numbers.Distinct().Count());
        Assert.Equal(numbers, texts.ConvertAll(text => _texts.NumberOf(new string(text.AsSpan()))));
        Assert.Equal(texts, numbers.ConvertAll(_texts.TextOf));
    }

    [Fact]
    public void No_text_has_no_number() => Assert.Equal((0u, 0u), (_texts.NumberOf(null), _texts.NumberOf("")));

    [Fact]
    public void Threads_that_ask_at_once_are_told_the_same()
    {
        var told = new uint[4][];
        Parallel.For(0, told.Length, i => told[i] = [.. Enumerable.Range(0, 2_000).Select(text => _texts.NumberOf($"text {text}"))]);

        Assert.All(told, numbers => Assert.Equal(told[0], numbers));
        Assert.Equal(Enumerable.Range(0, 2_000).Select(i => $"text {i}"), told[0].Select(_texts.TextOf));
    }

    [Theory]
    [InlineData("\"aws-cli/2\"")]
    [InlineData("\"J\\u00f6rg \\\" x\"")]
    [InlineData("\"10.0.0.1\"")]
    [InlineData("5")]
    [InlineData("{\"a\":1}")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\"null\"")]
    [InlineData("")]
    public void A_field_has_the_number_of_its_text(string json)
    {
        var (pool, bytes) = (new CallTextPool(_texts), Encoding.UTF8.GetBytes(json));
        var expected = _texts.NumberOf(RecordText.Get(bytes));

        Assert.Equal(
            [expected, expected, expected, expected], [pool.NumberOf(bytes), pool.NumberOf(bytes), pool.NumberOfAddress(bytes), pool.NumberOfAddress(bytes)]);
    }

    [Fact]
    public void More_texts_than_a_pool_has_room_for_and_long_ones_have_their_own_numbers()
    {
        var pool = new CallTextPool(_texts);
        var texts = Enumerable.Range(0, 5_000).Select(i => $"text {i}").Append(new string('x', 300)).Append(new string('x', 301)).ToList();
        var numbers = texts.ConvertAll(text => pool.NumberOf(Encoding.UTF8.GetBytes($"\"{text}\"")));

        Assert.Equal(texts, numbers.ConvertAll(_texts.TextOf));
    }
}

using System.Text;
using System.Text.Json;
using IncidentTrail.Json;

namespace IncidentTrail.Tests.Json;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData(@"a\""b\\c\/d", "a\"b\\c/d")]
    [InlineData(@"\b\f\n\r\t", "\b\f\n\r\t")]
    [InlineData(@"\u0041\u00e9\u20AC", "Aé€")]
    [InlineData(@"\ud83d\ude00!", "😀!")]
    [InlineData("é😀\\n", "é😀\n")]
    public void An_escaped_text_is_decoded(string inner, string expected) => Assert.Equal(expected, Decode(inner));

    [Theory]
    [InlineData(@"\ud83d", "\uFFFD")]
    [InlineData(@"\ude00\ud83d", "\uFFFD\uFFFD")]
    [InlineData(@"\ud83dx\ude00", "\uFFFDx\uFFFD")]
    [InlineData(@"\ud83d\u0041", "\uFFFDA")]
    public void Half_a_pair_becomes_the_replacement_character(string inner, string expected) =>
        Assert.Equal(expected, Decode(inner));

    [Theory]
    [InlineData(@"\x41")]
    [InlineData(@"a\")]
    [InlineData(@"\u12")]
    [InlineData(@"\uZZZZ")]
    [InlineData(@"\u+123")]
    public void An_escape_that_JSON_does_not_know_stays(string inner) => Assert.Equal(inner, Decode(inner));

    [Fact]
    public void Any_text_that_a_JSON_writer_escapes_is_decoded_to_itself()
    {
        const int Seed = 4711;
        var random = new Random(Seed);
        for (var round = 0; round < 5_000; round++)
        {
            var runes = Enumerable.Range(0, random.Next(400)).Select(_ => new Rune(random.Next(4) switch
            {
                0 => random.Next(0x20),
                1 => random.Next(0x20, 0x7F),
                2 => random.Next(0x80, 0xD800),
                _ => random.Next(0x10000, 0x110000),
            }));
            var text = string.Concat(runes);
            var literal = JsonSerializer.Serialize(text);

            Assert.True(text == Decode(literal[1..^1]), $"seed {Seed}, round {round}");
        }
    }

    private static string Decode(string inner) => JsonText.Decode(Encoding.UTF8.GetBytes(inner));
}

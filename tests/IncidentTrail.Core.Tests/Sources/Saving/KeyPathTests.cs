using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Tests.Sources.Saving;

public sealed class KeyPathTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "saved");

    [Theory]
    [InlineData("AWSLogs/111122223333/CloudTrail/us-east-1/a_b-c.json.gz", "AWSLogs/111122223333/CloudTrail/us-east-1/a_b-c.json.gz")]
    [InlineData("my prefix/é/日本.json", "my prefix/é/日本.json")]
    [InlineData("../../etc/passwd", "%2E%2E/%2E%2E/etc/passwd")]
    [InlineData("a/../b", "a/%2E%2E/b")]
    [InlineData("./a", "%2E/a")]
    [InlineData("/absolute", "%2F/absolute")]
    [InlineData("a//b", "a/%2F/b")]
    [InlineData(@"..\..\windows", "%2E.%5C..%5Cwindows")]
    [InlineData("C:/x", "C%3A/x")]
    [InlineData("a/CON", "a/%43ON")]
    [InlineData("a/com1.json.gz", "a/%63om1.json.gz")]
    [InlineData("a/LPT¹.txt", "a/%4CPT¹.txt")]
    [InlineData("a/console.json", "a/console.json")]
    [InlineData("NUL/a", "%4EUL/a")]
    [InlineData("a./...b", "a%2E/%2E..b")]
    [InlineData("a/b.", "a/b%2E")]
    [InlineData("a/b ", "a/b%20")]
    [InlineData("a/<b>|\"?*", "a/%3Cb%3E%7C%22%3F%2A")]
    [InlineData("a/\u0001\u007f", "a/%01%7F")]
    [InlineData("a/100%2F", "a/100%252F")]
    [InlineData(".hidden", "%2Ehidden")]
    [InlineData("saved.incidenttrail", "saved%2Eincidenttrail")]
    public void A_key_is_a_path_below_the_folder(string key, string expected) =>
        Assert.Equal(Path.Combine(Folder, expected.Replace('/', Path.DirectorySeparatorChar)), KeyPath.Of(Folder, key));

    [Theory]
    [InlineData("")]
    [InlineData("a/folder/")]
    public void A_key_that_is_no_name_has_no_path(string key) => Assert.Null(KeyPath.Of(Folder, key));

    [Fact]
    public void A_name_longer_than_file_systems_take_has_no_path() =>
        Assert.Null(KeyPath.Of(Folder, "a/" + new string('x', 300)));

    [Fact]
    public void Whatever_the_key_the_path_stays_in_the_folder_and_is_its_own()
    {
        var random = new Random(20260310);
        const string Letters = "a.A/\\:% \u0000\u001f*?CONnul2F.";
        var paths = new Dictionary<string, string>();
        for (var i = 0; i < 20_000; i++)
        {
            var key = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Letters[random.Next(Letters.Length)]));
            if (KeyPath.Of(Folder, key) is not { } path)
                continue;
            Assert.StartsWith(Folder + Path.DirectorySeparatorChar, path);
            Assert.Equal(path, Path.GetFullPath(path));
            Assert.DoesNotContain(Path.GetRelativePath(Folder, path).Split(Path.DirectorySeparatorChar), name => name is "." or "..");
            Assert.True(paths.TryAdd(path, key) || paths[path] == key, $"'{key}' and '{paths[path]}' are both {path}");
        }
    }
}

using System.Globalization;

namespace IncidentTrail.Benchmarks.Corpus;

/// <summary>The account, Region and minute that a file of the corpus belongs to.</summary>
internal sealed record CorpusPlace(string Account, string Region, DateTime Delivered)
{
    internal static readonly string[] Accounts = ["111122223333", "222233334444", "333344445555", "444455556666"];
    internal static readonly string[] Regions = ["eu-west-1", "us-east-1", "us-west-2"];
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    internal static CorpusPlace Of(int number, DateTime start)
    {
        var slot = number / (Accounts.Length * Regions.Length);
        return new CorpusPlace(
            Accounts[number % Accounts.Length], Regions[number / Accounts.Length % Regions.Length], start.AddMinutes(5 * slot + 5));
    }

    /// <summary>The key that CloudTrail would give the file, of an organization's trail.</summary>
    internal string Key(Random random) => string.Create(
        CultureInfo.InvariantCulture,
        $"AWSLogs/o-exampleorgid/{Account}/CloudTrail/{Region}/{Delivered:yyyy/MM/dd}/{Account}_CloudTrail_{Region}_{Delivered:yyyyMMdd'T'HHmm'Z'}_{new string(random.GetItems<char>(Alphabet, 16))}.json.gz");
}

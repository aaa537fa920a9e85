namespace IncidentTrail.Tests.Integrity.Digests;

/// <summary>The hashes that a digest writes of its logs.</summary>
public sealed class DigestHashTests
{
    [Fact]
    public async Task A_hash_of_another_kind_is_not_understood()
    {
        var made = new ChainMaker();
        made.Hour(logs: 1, edit: digest => digest["logFiles"]![0]!["hashAlgorithm"] = "SHA-1");

        Assert.Equal("L1-0 InvalidFormat", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task Hashes_in_capitals_are_hashes()
    {
        var made = new ChainMaker();
        made.Hour(edit: digest =>
        {
            foreach (var log in digest["logFiles"]!.AsArray())
                log!["hashValue"] = log["hashValue"]!.ToString().ToUpperInvariant();
        });

        Assert.True((await Verdicts.OfBucketAsync(made)).Summary.IsIntact);
    }
}

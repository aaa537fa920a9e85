using IncidentTrail.Integrity;

namespace IncidentTrail.Tests.Integrity.Evidence;

/// <summary>Packages of a trail of which not everything may be read: that is said, and nobody is said to have changed anything.</summary>
public sealed class UnreadEvidenceTests : IDisposable
{
    private readonly MadePackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public async Task Logs_that_may_not_be_read_are_not_said_to_be_missing()
    {
        var made = new ChainMaker().Hours(2);
        var logs = made.Digests.SelectMany(digest => digest.Logs).ToList();
        foreach (var log in logs)
            made.Objects[(made.Bucket, log)] = new StoredObject([]) { Fault = TrailFaultKind.AccessDenied };

        await _package.OfBucketAsync(made);

        Assert.Equal((logs.Count, 0), (_package.Written!.Summary.Logs.Unreadable, _package.Written.Summary.Logs.Missing));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    public async Task What_could_not_be_read_is_no_change_of_the_package(int hours, int digest)
    {
        var made = new ChainMaker().Hours(hours);
        var unread = made.Digests[digest];
        foreach (var key in unread.Logs.Take(1).Append(unread.Key))
            made.Objects[(made.Bucket, key)] = new StoredObject([]) { Fault = TrailFaultKind.AccessDenied };
        await _package.OfBucketAsync(made);

        var found = await _package.TestAsync();

        Assert.Equal("", found.Files);
        Assert.Equal(1, _package.Written!.Summary.Digests.Unreadable);
    }
}

namespace IncidentTrail.Tests.Integrity.Evidence;

/// <summary>Where nothing is found to be packed.</summary>
public sealed class EmptyPackageTests : IDisposable
{
    private readonly MadePackage _package = new();

    public void Dispose() => _package.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_copy_that_is_an_archive_is_an_error_that_says_what_to_do_and_leaves_nothing(bool inFolder)
    {
        var failed = await Assert.ThrowsAsync<TrailSourceException>(() => _package.OfArchivedCopyAsync(new ChainMaker().Hours(2), inFolder));

        Assert.Equal(TrailFaultKind.SourceNotFound, failed.Fault.Kind);
        Assert.Contains("Nothing was packed", failed.Message);
        Assert.Contains("unpacked first", failed.Fault.Remedy);
        Assert.Contains(_package.Said, notice => notice.Text.Contains("is an archive and was not looked into"));
        Assert.False(Path.Exists(_package.Path));
        Assert.Empty(_package.Beside);
    }

    [Fact]
    public async Task That_a_bucket_holds_nothing_can_be_shown()
    {
        await _package.OfBucketAsync(new ChainMaker());

        Assert.Empty(_package.Rows);
        Assert.True(Path.Exists(_package.Path));
    }
}

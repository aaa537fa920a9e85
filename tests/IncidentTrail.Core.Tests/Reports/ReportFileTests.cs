namespace IncidentTrail.Tests.Reports;

public sealed class ReportFileTests : IDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reports-");
    private readonly string _path;

    public ReportFileTests() => _path = Path.Combine(_folder.FullName, "report.html");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_that_exists_is_overwritten_only_where_that_is_allowed()
    {
        File.WriteAllText(_path, "old");

        Assert.Throws<IOException>(() => Write(overwrite: false));
        Assert.Equal("old", File.ReadAllText(_path));
        Write(overwrite: true);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(_path));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void A_read_only_file_is_overwritten_only_by_force()
    {
        File.WriteAllText(_path, "old");
        File.SetAttributes(_path, FileAttributes.ReadOnly);

        Assert.Throws<UnauthorizedAccessException>(() => Write(overwrite: true));
        Assert.Equal("old", File.ReadAllText(_path));
        Write(overwrite: true, force: true);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(_path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_read_only_file_that_is_not_replaced_in_the_end_stays_as_it_was(bool isWritten)
    {
        File.WriteAllText(_path, "old");
        File.SetAttributes(_path, FileAttributes.ReadOnly);

        Assert.ThrowsAny<IOException>(() => ReportFile.Replace(_path, overwrite: true, evenReadOnly: true, stream =>
        {
            if (!isWritten)
                throw new IOException();
            // Nobody can move it into its place then.
            File.Delete(((FileStream)stream).Name);
        }));

        Assert.Equal("old", File.ReadAllText(_path));
        Assert.True(new FileInfo(_path).IsReadOnly);
        Assert.Single(_folder.GetFiles());
        File.SetAttributes(_path, FileAttributes.Normal);
    }

    [Fact]
    public void A_folder_that_is_missing_is_an_error() =>
        Assert.Throws<DirectoryNotFoundException>(() => ReportFile.Write(
            Path.Combine(_folder.FullName, "missing", "report.html"), new TrailReport(new TrailReportOptions()), overwrite: true, evenReadOnly: false));

    [Fact]
    public async Task A_pipe_is_written_to_and_stays_a_pipe()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (var made = System.Diagnostics.Process.Start("mkfifo", [_path]))
            await made.WaitForExitAsync();
        // Opened for both, so that neither end waits for the other; an empty report fits into a pipe.
        using var pipe = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        await Task.Run(() => Write(overwrite: true)).WaitAsync(s_bound);
        var begin = new byte[15];
        await pipe.ReadExactlyAsync(begin).AsTask().WaitAsync(s_bound);

        Assert.Equal("<!DOCTYPE html>"u8, begin);
        Assert.Single(_folder.GetFiles());
    }

    private void Write(bool overwrite, bool force = false) =>
        ReportFile.Write(_path, new TrailReport(new TrailReportOptions()), overwrite, force);
}
